/** How a day's grid is laid on sheets: in letters as large as they can be, and on one sheet as long as those can be read. */
import { linesOf, widestWord } from "#components/ui/letters.ts";
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

/** All in ems of a sheet, as in print.module.css. */
const WIDTH = 78.5;
const HEIGHT = 53.5;
const HEAD = 4.4;
const ROOMS = 3.9;
const TIMES = 5.4;
const BAR = 1.9;
const ROW = 2.6;
const PADDING = 0.8;
const TITLE_LINE = 1.16;
/** Of who brings it, beside its title. */
const BY = 0.78;
const BY_LINE = 1.25;
/** More columns are too narrow for words. */
const COLUMNS = 16;

/** What a cell says. */
export type CellWords = { title: string; by: string };

export type Laid<Room> = {
  size: Size;
  /** Whether there is room for who brings a session. */
  hosts: boolean;
  /** The rooms of each sheet. */
  sheets: Room[][];
};

/**
 * @param tableOf the table of some rooms
 * @param wordsOf what a run says, by its pitch
 */
export function lay<Room extends { id: string }>(
  rooms: readonly Room[],
  tableOf: (rooms: readonly Room[]) => readonly TableRow[],
  wordsOf: (pitchId: string) => CellWords,
  paper: Paper,
): Laid<Room> {
  for (
    let count = Math.max(1, Math.ceil(rooms.length / COLUMNS));
    count <= Math.max(1, rooms.length);
    count++
  ) {
    const sheets = inParts(rooms, count);
    const tables = sheets.map((some) => ({ columns: some.length, rows: tableOf(some) }));
    for (const hosts of [true, false]) {
      const least = (hosts ? WITH_HOSTS : SMALLEST)[paper];
      const size = SIZES.find(
        (it) => it >= least && tables.every((table) => fits(table, wordsOf, it, hosts)),
      );
      if (size) return { size, hosts, sheets };
    }
  }
  return { size: SMALLEST[paper], hosts: false, sheets: inParts(rooms, Math.max(1, rooms.length)) };
}

/** As many parts, as even as can be, in order. */
export function inParts<Thing>(things: readonly Thing[], parts: number): Thing[][] {
  const from = (part: number) => Math.round((part * things.length) / parts);
  return Array.from({ length: parts }, (_, part) => things.slice(from(part), from(part + 1)));
}

type Table = { columns: number; rows: readonly TableRow[] };

function fits({ columns, rows }: Table, wordsOf: (id: string) => CellWords, size: Size, hosts: boolean) {
  const column = (WIDTH - TIMES) / columns - PADDING;
  const tallOf = (pitchId: string): number | null => {
    const { title, by } = wordsOf(pitchId);
    // Large letters are not worth a word broken in two.
    if (size > 0.8 && widestWord(title) * size > column) return null;
    const titled = linesOf(title, column / size) * TITLE_LINE * size;
    const small = size * BY;
    return titled + (hosts && by ? linesOf(by, column / small) * BY_LINE * small : 0) + PADDING;
  };
  let height = HEAD + ROOMS;
  for (const { cells } of rows) {
    let tallest = cells ? ROW : BAR;
    for (const { run, rows: over } of cells ?? []) {
      const tall = run ? tallOf(run.pitchId) : 0;
      if (tall === null) return false;
      tallest = Math.max(tallest, tall / over);
    }
    height += tallest;
    if (height > HEIGHT) return false;
  }
  return true;
}
