/** One file: recognised, read, and what they say of it. Laying it beside a camp is fit.ts's. */
import { readBallots } from "#domain/import/ballots.ts";
import { type Choices, NO_CHOICES } from "#domain/import/choices.ts";
import { recognise, type Sheet } from "#domain/import/columns.ts";
import { orderOfDates } from "#domain/import/dates.ts";
import { type GridOf, readGrid } from "#domain/import/grid.ts";
import { readPitches } from "#domain/import/pitches.ts";
import type { Imported, Problem, Source } from "#domain/import/problem.ts";
import { type TellProgress, toldOf } from "#domain/import/progress.ts";
import type { Reading } from "#domain/import/reading.ts";
import { type Row, readTable, type Table } from "#domain/import/table.ts";
import { styleOfTimes } from "#domain/import/time.ts";
import { timeCells } from "#domain/import/times.ts";
import { localAt } from "#domain/time/local.ts";

const NOTHING: Imported = {
  rows: [],
  rooms: [],
  slots: [],
  breaks: [],
  pitches: [],
  ballots: [],
  problems: [],
  notes: [],
};

export type ReadFile = Imported & { reading: Reading };

/**
 * Reads one file's text. What is wrong with it is in `problems`; nothing is thrown for what somebody wrote.
 * @param tell hears how many rows were read
 */
export function readFile(
  text: string,
  camp: GridOf,
  choices: Choices = NO_CHOICES,
  tell: TellProgress = () => {},
): ReadFile {
  const table = readTable(text);
  const reading: Reading = {
    sheet: null,
    rows: 0,
    columns: [],
    order: null,
    zone: camp.zone,
    days: [],
    moved: null,
  };
  if ("code" in table) return { ...NOTHING, problems: [table], reading };
  const sheet = recognise(table.header, choices);
  const known = sheet === "people" ? null : sheet;
  const rows = table.rows.map(({ number }) => ({ row: number }));
  const seen: Reading = {
    ...reading,
    sheet: sheet === "people" ? sheet : (sheet?.kind ?? null),
    rows: rows.length,
    columns: columnsSeen(table, known),
  };
  if (!known || known.lacks.length > 0)
    return { ...NOTHING, rows, problems: [unreadable(table.header, sheet)], reading: seen };
  const told = toldOf(table.rows, tell);
  if (known.kind !== "grid") {
    const read = known.kind === "pitches" ? readPitches(known, told) : readBallots(known, told);
    return { ...NOTHING, ...read, rows, reading: seen };
  }
  const times = table.rows.flatMap((row) => (timeCells(known, row) ?? []).map(({ text }) => text));
  const dates = table.rows.map((row) => known.cell(row, "date"));
  const order = orderOfDates([...dates, ...times], camp, choices.order);
  const how = { order: order?.order ?? ("day" as const), times: styleOfTimes(times), daysOf: choices.days };
  const { days, moved, ...read } = readGrid(known, told, { ...camp, ...how });
  return { ...NOTHING, ...read, rows, reading: { ...seen, order, days, moved } };
}

function unreadable(header: Row, sheet: Sheet | "people" | null): Problem {
  const named = header.cells.filter((cell) => cell !== "").join(", ");
  const problem = { row: header.number, column: null, value: named, other: "" };
  if (sheet === "people") return { ...problem, code: "people_list" };
  if (sheet === null) return { ...problem, code: "header_unknown" };
  return { ...problem, column: sheet.lacks[0]!, code: "column_missing", other: sheet.kind };
}

function columnsSeen({ header, rows }: Table, sheet: Sheet | null): Reading["columns"] {
  const widest = Math.max(header.cells.length, ...rows.slice(0, 100).map(({ cells }) => cells.length));
  return Array.from({ length: widest }, (_, at) => ({
    at,
    name: header.cells[at] ?? "",
    sample: rows.find(({ cells }) => (cells[at] ?? "") !== "")?.cells[at] ?? "",
    means: sheet?.columns[at] ?? null,
  }));
}

/** The local day of the first slot any of the files has; the camp's own where none has a time. */
export function firstDay(texts: readonly string[], camp: GridOf, choices: Choices = NO_CHOICES): string {
  const starts = texts.flatMap((text) => readFile(text, camp, choices).slots.map((slot) => slot.startsAt));
  return starts.length === 0 ? camp.day : localAt(Math.min(...starts), camp.zone).day;
}

/** The files of one import as one: a grid, say, and the ballots about it. */
export function joined(files: readonly Imported[]): Imported {
  const all = <T extends Source>(things: (file: Imported) => readonly T[]): T[] =>
    files.flatMap((file, at) => things(file).map((thing) => ({ ...thing, file: at })));
  return {
    rows: all((file) => file.rows),
    rooms: files.flatMap((file) => file.rooms),
    slots: files.flatMap((file) => file.slots),
    breaks: all((file) => file.breaks),
    pitches: all((file) => file.pitches),
    ballots: all((file) => file.ballots),
    problems: all((file) => file.problems),
    notes: all((file) => file.notes),
  };
}
