/** How a day's grid is laid on sheets: in letters as large as they can be, and on one sheet as long as those can be read. */
import { type CellWords, type Frame, fitsTable } from "#components/grid/table-fit.ts";
import { inParts } from "#components/ui/in-parts.ts";
import { linesOf } from "#components/ui/letters.ts";
import type { TableRow } from "#domain/day-table.ts";

export const PAPERS = ["a4", "a3"] as const;
export type Paper = (typeof PAPERS)[number];

/** Of a title, beside the usual letters of a sheet: 10 points on A4, and on A3 14.4. */
export const SIZES = [2, 1.8, 1.6, 1.4, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42] as const;
export type Size = (typeof SIZES)[number];

/** The smallest at which people standing before a sheet can read it: 6 points. */
const SMALLEST: Record<Paper, Size> = { a4: 0.6, a3: 0.42 };
/** Below this a title is better without who brings it. */
const WITH_HOSTS: Record<Paper, Size> = { a4: 0.8, a3: 0.6 };

/** A sheet without its head, in its usual letters, as in sheet.module.css. */
const SHEET: Frame = { width: 78.5, height: 49.1, times: 5.4, bar: 1.9, row: 2.6, padding: 0.8, whole: 0.8 };

/** The names of the rooms over their columns: a line, and what stands around them. */
const [NAME_LINE, NAME_PADDING, NAMES] = [1.15, 1.8, 3.9];
/** More columns are too narrow for words. */
const COLUMNS = 16;

type Named = { id: string; letter: string; name: string };

export type Laid<Room> = {
  size: Size;
  /** Whether there is room for who brings a session. */
  hosts: boolean;
  /** The rooms of each sheet. */
  sheets: Room[][];
};

/**
 * @param tableOf the table of some rooms
 * @param wordsOf what a session says, by its pitch
 */
export function lay<Room extends Named>(
  rooms: readonly Room[],
  tableOf: (rooms: readonly Room[]) => readonly TableRow[],
  wordsOf: (pitchId: string) => CellWords,
  paper: Paper,
): Laid<Room> {
  const most = Math.max(1, rooms.length);
  for (let count = Math.max(1, Math.ceil(rooms.length / COLUMNS)); count <= most; count++) {
    const sheets = inParts(rooms, count);
    const tables = sheets.map((some) => ({ columns: some.length, rows: tableOf(some) }));
    for (const hosts of [true, false]) {
      const least = (hosts ? WITH_HOSTS : SMALLEST)[paper];
      const fits = (size: Size) =>
        tables.every((table, n) => {
          const height = SHEET.height - namesOf(sheets[n]!);
          return fitsTable(table, wordsOf, { size, hosts }, { ...SHEET, height });
        });
      const size = SIZES.find((it) => it >= least && fits(it));
      if (size) return { size, hosts, sheets };
    }
  }
  return { size: SMALLEST[paper], hosts: false, sheets: inParts(rooms, most) };
}

function namesOf(rooms: readonly Named[]): number {
  const column = (SHEET.width - SHEET.times) / Math.max(1, rooms.length) - SHEET.padding;
  const lines = rooms.map(({ letter, name }) => linesOf(`${letter}mm ${name}`, column));
  return Math.max(NAMES, Math.max(...lines) * NAME_LINE + NAME_PADDING);
}
