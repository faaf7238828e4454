/** When a row of a grid begins and ends: its day, which may stand in a row above, and its times. */

import type { Sheet } from "#domain/import/columns.ts";
import { type DateOrder, readDay, readWeekday } from "#domain/import/dates.ts";
import type { Note, Problem, Tell } from "#domain/import/problem.ts";
import { remembered } from "#domain/import/remember.ts";
import type { Column } from "#domain/import/sheets.ts";
import type { Row } from "#domain/import/table.ts";
import { isGuessed, type ReadInstant, readInstant, splitSpan, type TimeStyle } from "#domain/import/time.ts";
import { inRange, LONGEST_SLOT_HOURS } from "#domain/limits.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { misfitOf, type Span, timesOf } from "#domain/time/slot-times.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

export type Clocks = ReturnType<typeof clocksOf>;

/**
 * The clocks of a camp, asked once for each time a file has.
 *
 * @param zone one that this runtime knows
 * @param campDay `YYYY-MM-DD`, from which weekdays are counted
 */
export function clocksOf(
  zone: string,
  { order, times }: { order: DateOrder; times: TimeStyle },
  campDay: string,
) {
  return {
    day: remembered((text: string) => {
      const day = readDay(text, order) ?? readWeekday(text, campDay);
      return day && inRange(Number(day.slice(0, 4)), "years") ? day : null;
    }),
    instant: remembered((text: string, day: string) =>
      readInstant(text, day, zone, { order, fractions: times.fractions }),
    ),
    /** Whether a time could as well be another. */
    guessed: (text: string) => isGuessed(text, times),
    local: remembered((instant: number) => localAt(instant, zone)),
    /** Whether the settings could not show a span as a row of the day, and save it again. */
    misfits: remembered(
      (startsAt: number, endsAt: number) =>
        endsAt - startsAt > DAY || misfitOf(timesOf({ startsAt, endsAt }, zone), zone) !== null,
    ),
  };
}

type Camp = { clocks: Clocks; day: string; above: string | null };

/**
 * Reads a row's times: the span in milliseconds since 1970, null when something is wrong, which has then been told;
 * and the day for the rows below.
 *
 * @param camp `above` is the day of the rows before, which holds for a cell left empty under it: merged cells are so
 */
export function readTimes(
  sheet: Sheet,
  row: Row,
  camp: Camp,
  complain: Tell<Problem["code"]>,
  note: Tell<Note["code"]>,
): { span: Span | null; day: string | null } {
  const { clocks, above } = camp;
  const date = sheet.cell(row, "date");
  const named = date === "" ? above : clocks.day(date);
  const day = named ?? camp.day;
  if (date !== "" && named === null) {
    complain("date", "no_day", date);
    return { span: null, day: above };
  }
  const cells = timeCells(sheet, row);
  const failed = { span: null, day: named };
  if (!cells) {
    complain("when", "no_time", sheet.cell(row, "when"));
    return failed;
  }
  const [from, to] = cells;
  const start = read(from, day, camp, complain);
  // An end that names no day is of its start's.
  const end = read(to, start ? clocks.local(start.at).day : day, camp, complain);
  if (!start || !end) return failed;
  const night = !end.dated && end.at <= start.at && end.at + DAY - start.at <= LONGEST_SLOT_HOURS * HOUR;
  const last = night ? read(to, laterDay(clocks.local(start.at).day, 1), camp, complain) : end;
  if (!last) return failed;
  if (last.at <= start.at) complain(to.column, "ends_first", to.text);
  else if (clocks.misfits(start.at, last.at))
    complain(to.column, "too_long", to.text, String(LONGEST_SLOT_HOURS));
  else {
    for (const [cell, { at }] of [
      [from, start],
      [to, last],
    ] as const)
      if (clocks.guessed(cell.text)) note(cell.column, "time_guessed", cell.text, clocks.local(at).time);
    if (night) note(to.column, "past_midnight", to.text);
    if (start.repeated || last.repeated) note(from.column, "clocks_repeat", from.text);
    return { span: { startsAt: start.at, endsAt: last.at }, day: named };
  }
  return failed;
}

type Cell = { column: Column; text: string };
type Told = Exclude<ReadInstant, { wrong: unknown }>;

function read(
  { column, text }: Cell,
  day: string,
  { clocks }: Camp,
  complain: Tell<Problem["code"]>,
): Told | null {
  if (text === "") {
    complain(column, "missing", "");
    return null;
  }
  const instant = clocks.instant(text, day);
  if (!("wrong" in instant)) return instant;
  complain(column, instant.wrong, text);
  return null;
}

/** A start and an end, from two cells or from the one that has both; null when that one cannot be taken apart. */
export function timeCells(sheet: Sheet, row: Row): [Cell, Cell] | null {
  if (sheet.has("start") || !sheet.has("when"))
    return [
      { column: "start", text: sheet.cell(row, "start") },
      { column: "end", text: sheet.cell(row, "end") },
    ];
  const text = sheet.cell(row, "when");
  const both = text === "" ? ["", ""] : splitSpan(text);
  return (
    both && [
      { column: "when", text: both[0]! },
      { column: "when", text: both[1]! },
    ]
  );
}
