/** The rows of a camp's days as a table of text: copied into a spreadsheet, and pasted out of one. */
import { orderOfDates, readDay } from "#domain/import/dates.ts";
import type { Problem } from "#domain/import/problem.ts";
import { same } from "#domain/import/text.ts";
import { readClock, splitSpan } from "#domain/import/time.ts";
import type { SlotKind } from "#domain/slot.ts";
import { readPasted, writeTable } from "#domain/table-text.ts";
import { daysBetween, isDay, laterDay } from "#domain/time/local.ts";
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
 * @returns the rows, by their place among them those that say when and nothing of what, and the lines of those that say no
 *   date or no times we can read
 */
export function readSlotTable(
  text: string,
  words: SlotWords,
  camp: { day: string; zone: string },
): { slots: LocalSlot[]; whenAlone: number[]; unreadable: number[] } | Problem {
  const heads = Object.fromEntries(COLUMNS.map((it) => [it, [words[it], it]]));
  const table = readPasted(text, heads as Record<Column, string[]>);
  if (!("rows" in table)) return table;
  const unreadable: number[] = [];
  const slots: LocalSlot[] = [];
  const whenAlone: number[] = [];
  const order = orderOfDates(
    table.rows.flatMap(({ cells }) => cells),
    camp,
    null,
  )?.order;
  const dateIn = (text: string) => readDay(text, order ?? "day");
  let above = camp.day;
  for (const { number, cells } of table.rows) {
    const said = table.columns ? byColumn(table.columns, cells) : byContent(cells, words, dateIn);
    const on = said.day === "" ? above : dateIn(said.day);
    const span = said.ends === "" ? splitSpan(said.starts) : null;
    const [starts, ends] = [clockIn(span?.[0] ?? said.starts), clockIn(span?.[1] ?? said.ends)];
    if (on === null || starts === null || ends === null) {
      unreadable.push(number);
      continue;
    }
    above = on;
    const what = kindOf(said.kind, words);
    if (what === null && said.title === "") whenAlone.push(slots.length);
    const kind = what ?? (said.title === "" ? "session" : "break");
    slots.push({ kind, title: kind === "break" ? said.title : "", day: on, starts, ends });
  }
  return { slots, whenAlone, unreadable };
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

/**
 * The rows of one day, as they would be on another; as everywhere, a row is of the day on which it begins, also after
 * midnight. What begins there at the same time is not doubled.
 *
 * @param slots all rows there are @param from `YYYY-MM-DD`, as `to`
 */
export function copiedDay(slots: readonly LocalSlot[], from: string, to: string): LocalSlot[] {
  const there = new Set(slots.filter(({ day }) => day === to).map(({ starts }) => starts));
  return slots
    .filter(({ day, starts }) => day === from && !there.has(starts))
    .map((slot) => ({ ...slot, day: to }));
}

const DAY = 24 * 60;

const isTimed = ({ day, starts, ends }: LocalSlot) =>
  isDay(day) && clockIn(starts) === starts && clockIn(ends) === ends;

/** In minutes since the midnight before a day, as clocks show them. */
function minutesFrom(day: string, row: LocalSlot): { starts: number; ends: number } {
  const starts = daysBetween(day, row.day) * DAY + minutesOf(row.starts);
  const length = (minutesOf(row.ends) - minutesOf(row.starts) + DAY) % DAY;
  return { starts, ends: starts + (length || DAY) };
}

/**
 * One more row like another, as long as it is, in the first time after the last of its day in which no row is: after a
 * night on the next day. One without a date or a time that can be read is the same again.
 *
 * @param slots all rows there are; those that cannot be read count for nothing
 */
export function nextRow(slot: LocalSlot, slots: readonly LocalSlot[]): LocalSlot {
  if (!isTimed(slot)) return slot;
  const own = minutesFrom(slot.day, slot);
  const length = own.ends - own.starts;
  const rows = slots
    .filter(isTimed)
    .map((row) => minutesFrom(slot.day, row))
    .toSorted((a, b) => a.starts - b.starts);
  const last = rows.findLast(({ starts }) => starts >= 0 && starts < DAY) ?? own;
  let at = last.ends;
  for (const { starts, ends } of rows) if (starts < at + length && at < ends) at = ends;
  const day = laterDay(slot.day, Math.floor(at / DAY));
  return { ...slot, day, starts: clockOf(at % DAY), ends: clockOf((at + length) % DAY) };
}
