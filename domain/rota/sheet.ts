/** A rota as an organiser types or pastes it: rows of words and local times. */
import type { Problem } from "#domain/import/problem.ts";
import { readTable } from "#domain/import/table.ts";
import { readClock, splitSpan } from "#domain/import/time.ts";
import { inRange, LONGEST } from "#domain/limits.ts";
import { oneLine } from "#domain/text.ts";
import { misfitOf, spanOf } from "#domain/time/slot-times.ts";

/** Instants in milliseconds since 1970. */
export type NewTask = { task: string; place: string; startsAt: number; endsAt: number; wanted: number };

/** A row as it is typed, cell by cell. */
export type TypedTask = { task: string; place: string; starts: string; ends: string; wanted: string };

/** Why a row cannot stand. */
export type RowProblem = "no_task" | "too_wordy" | "no_time" | "clocks_skip" | "too_long" | "how_many";

const NOTHING: TypedTask = { task: "", place: "", starts: "", ends: "", wanted: "" };

/** Whether anything was typed into a row. */
export const isTyped = (row: TypedTask): boolean => Object.values(row).some((cell) => oneLine(cell) !== "");

/** `HH:MM`; null where it is no time of day. */
function clockOf(text: string): string | null {
  const minutes = readClock(oneLine(text));
  if (minutes === null) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/**
 * What a row says on a day; an end at or before its start is on the next. Without a number it is for one.
 * @param day `YYYY-MM-DD` on the clocks of the zone
 */
export function readTask(
  row: TypedTask,
  day: string,
  zone: string,
): { task: NewTask } | { wrong: RowProblem } {
  const [task, place] = [oneLine(row.task), oneLine(row.place)];
  if (task === "") return { wrong: "no_task" };
  if (task.length > LONGEST.rotaTask || place.length > LONGEST.rotaPlace) return { wrong: "too_wordy" };
  const [starts, ends] = [clockOf(row.starts), clockOf(row.ends)];
  if (starts === null || ends === null) return { wrong: "no_time" };
  const times = { day, starts, ends };
  const misfit = misfitOf(times, zone);
  if (misfit) return { wrong: misfit === "too_long" ? "too_long" : "clocks_skip" };
  const wanted = oneLine(row.wanted) === "" ? 1 : Number(oneLine(row.wanted));
  if (!inRange(wanted, "rotaPeople")) return { wrong: "how_many" };
  return { task: { task, place, ...spanOf(times, zone), wanted } };
}

const isClock = (cell: string) => clockOf(cell) !== null;

/**
 * The cells of a row, told apart by what they are: a time in one cell or two, a number, and of the words the task and
 * then the place.
 */
export function cellsOf(cells: readonly string[]): TypedTask {
  const row = { ...NOTHING };
  for (const cell of cells.map(oneLine).filter(Boolean)) {
    const span = splitSpan(cell);
    if (span?.every(isClock) && row.starts === "") [row.starts, row.ends] = span;
    else if (isClock(cell) && row.ends === "") row[row.starts === "" ? "starts" : "ends"] = cell;
    else if (/^\d+$/.test(cell) && row.wanted === "") row.wanted = cell;
    else row[row.task === "" ? "task" : "place"] ||= cell;
  }
  return row;
}

/** The rows of a pasted sheet with the lines they begin on. A first row without a time is taken to be its head. */
export function readRotaSheet(text: string): { rows: { line: number; row: TypedTask }[] } | Problem {
  const table = readTable(text);
  if (!("rows" in table)) return table;
  const all = [table.header, ...table.rows].map(({ number, cells }) => ({
    line: number,
    row: cellsOf(cells),
  }));
  const headed = all.length > 1 && all[0]!.row.starts === "";
  return { rows: headed ? all.slice(1) : all };
}
