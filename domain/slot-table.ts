/** The rows of a camp's days as a table of text: copied into a spreadsheet, and pasted out of one. */
import { orderOfDates, readDay } from "#domain/import/dates.ts";
import type { Problem } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";
import { readClock, splitSpan } from "#domain/import/time.ts";
import type { SlotKind } from "#domain/slot.ts";
import { readPasted, writeTable } from "#domain/table-text.ts";
import { clockOf, type LocalSlot, minutesOf } from "#domain/time/slot-times.ts";

const COLUMNS = ["day", "starts", "ends", "kind", "title"] as const;
type Column = (typeof COLUMNS)[number];

/** What columns and kinds are called by whoever reads them. */
export type SlotWords = Record<Column | SlotKind, string>;

export function slotsAsText(slots: readonly LocalSlot[], words: SlotWords): string {
  const rows = slots.map(({ day, starts, ends, kind, title }) => [day, starts, ends, words[kind], title]);
  return writeTable([COLUMNS.map((column) => words[column]), ...rows]);
}

/** `HH:MM`; null where it is no time of day. */
function clockIn(text: string): string | null {
  const minutes = readClock(text);
  return minutes === null ? null : clockOf(minutes % (24 * 60));
}

/**
 * Reads rows out of a table. Where it has no head, its cells are told apart by what they are. A row without a date is on
 * that of the row above it; one without a kind is a break where it has a name.
 *
 * @param camp its first day, `YYYY-MM-DD`, of which rows are that name none; its zone says how dates are written there
 * @returns the rows, and the lines of those that say no date or no times we can read
 */
export function readSlotTable(
  text: string,
  words: SlotWords,
  camp: { day: string; zone: string },
): { slots: LocalSlot[]; unreadable: number[] } | Problem {
  const heads = Object.fromEntries(COLUMNS.map((it) => [it, [words[it], it]]));
  const table = readPasted(text, heads as Record<Column, string[]>);
  if (!("rows" in table)) return table;
  const unreadable: number[] = [];
  const order = orderOfDates(
    table.rows.flatMap(({ cells }) => cells),
    camp,
    null,
  )?.order;
  const dateIn = (text: string) => readDay(text, order ?? "day");
  let above = camp.day;
  const slots = table.rows.flatMap(({ number, cells }): LocalSlot[] => {
    const said = table.columns ? byColumn(table.columns, cells) : byContent(cells, words, dateIn);
    const on = said.day === "" ? above : dateIn(said.day);
    const span = said.ends === "" ? splitSpan(said.starts) : null;
    const [starts, ends] = [clockIn(span?.[0] ?? said.starts), clockIn(span?.[1] ?? said.ends)];
    if (on === null || starts === null || ends === null) {
      unreadable.push(number);
      return [];
    }
    above = on;
    const kind = kindOf(said.kind, words) ?? (said.title === "" ? "session" : "break");
    return [{ kind, title: kind === "break" ? said.title : "", day: on, starts, ends }];
  });
  return { slots, unreadable };
}

type Cells = Record<Column, string>;

const NOTHING: Cells = { day: "", starts: "", ends: "", kind: "", title: "" };

function byColumn(columns: readonly (Column | null)[], cells: readonly string[]): Cells {
  const row = { ...NOTHING };
  for (const [at, column] of columns.entries()) if (column) row[column] = cells[at] ?? "";
  return row;
}

function byContent(
  cells: readonly string[],
  words: SlotWords,
  dateIn: (text: string) => string | null,
): Cells {
  const row = { ...NOTHING };
  for (const cell of cells.filter((it) => it !== "")) {
    const span = splitSpan(cell);
    const isSpan = span?.every((part) => clockIn(part) !== null);
    if (isSpan && row.starts === "") [row.starts, row.ends] = span!;
    else if (clockIn(cell) !== null && row.ends === "") row[row.starts === "" ? "starts" : "ends"] = cell;
    else if (row.day === "" && dateIn(cell) !== null) row.day = cell;
    else if (row.kind === "" && kindOf(cell, words) !== null) row.kind = cell;
    else row.title ||= cell;
  }
  return row;
}

const kindOf = (text: string, words: SlotWords): SlotKind | null =>
  (["session", "break"] as const).find((kind) =>
    [words[kind], kind].some((called) => same(called) === same(text)),
  ) ?? null;

/** The rows of one day, as they would be on another. @param there the rows there are: none of them is doubled */
export function copiedDay(slots: readonly LocalSlot[], from: string, to: string): LocalSlot[] {
  const there = new Set(slots.filter(({ day }) => day === to).map(({ starts }) => starts));
  return slots
    .filter(({ day, starts }) => day === from && !there.has(starts))
    .map((slot) => ({ ...slot, day: to }));
}

/** One more row like another, as long as it is, after the last of its day. Both as clocks show them. */
export function nextRow(slot: LocalSlot, slots: readonly LocalSlot[]): LocalSlot {
  const ends = slots.filter(({ day }) => day === slot.day).map((it) => it.ends);
  const starts = ends.toSorted().at(-1) ?? slot.ends;
  const length = minutesOf(slot.ends) - minutesOf(slot.starts);
  const day = 24 * 60;
  return { ...slot, starts, ends: clockOf((minutesOf(starts) + length + day) % day) };
}
