/** Files in, everything they say out. Laying it beside a camp is left to fit.ts. */
import { readBallots } from "#domain/import/ballots.ts";
import { recognise, type SheetKind } from "#domain/import/columns.ts";
import { type GridOf, readGrid } from "#domain/import/grid.ts";
import { readPitches } from "#domain/import/pitches.ts";
import type { Imported, Source } from "#domain/import/problem.ts";
import { readTable } from "#domain/import/table.ts";
import { localAt } from "#domain/time/local.ts";

const NOTHING: Imported = {
  rooms: [],
  slots: [],
  pitches: [],
  people: [],
  hands: [],
  rated: [],
  problems: [],
  notes: [],
};

/** What one file says, and which kind of sheet it is; null where that cannot be told. */
export type ReadFile = Imported & { sheet: SheetKind | null };

/** Reads one file's text. What is wrong with it is in `problems`; nothing is thrown for what somebody wrote. */
export function readFile(text: string, camp: GridOf): ReadFile {
  const table = readTable(text);
  if ("code" in table) return { ...NOTHING, sheet: null, problems: [table] };
  const sheet = recognise(table.header);
  if (!sheet) {
    const value = table.header.cells.filter((cell) => cell !== "").join(", ");
    const problem = {
      line: table.header.line,
      column: null,
      code: "header_unknown",
      value,
      other: "",
    } as const;
    return { ...NOTHING, sheet: null, problems: [problem] };
  }
  const read = { grid: readGrid, pitches: readPitches, ballots: readBallots }[sheet.kind];
  return { ...NOTHING, ...read(sheet, table.rows, camp), sheet: sheet.kind };
}

/** The local day of the first slot any of the files has; the camp's own where none has a time. */
export function firstDay(texts: readonly string[], camp: GridOf): string {
  const starts = texts.flatMap((text) => readFile(text, camp).slots.map((slot) => slot.startsAt));
  return starts.length === 0 ? camp.day : localAt(Math.min(...starts), camp.zone).day;
}

/** The files of one import as one: a grid, say, and the ballots about it. */
export function joined(files: readonly Imported[]): Imported {
  return {
    rooms: files.flatMap((file) => file.rooms),
    slots: files.flatMap((file) => file.slots),
    pitches: files.flatMap((file, at) => file.pitches.map(inFile(at))),
    people: [...new Set(files.flatMap((file) => file.people))],
    hands: files.flatMap((file, at) => file.hands.map(inFile(at))),
    rated: files.flatMap((file, at) => file.rated.map(inFile(at))),
    problems: files.flatMap((file, at) => file.problems.map(inFile(at))),
    notes: files.flatMap((file, at) => file.notes.map(inFile(at))),
  };
}

function inFile(file: number) {
  return <T extends Source>(thing: T): T => ({ ...thing, file });
}
