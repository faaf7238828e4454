/** Whether a day's table fits on a sheet or a screen, in letters of a size. */
import { linesOf, widestWord } from "#components/ui/letters.ts";
import type { TableRow } from "#domain/day-table.ts";

/** What a cell says: a session's title, and who brings it. */
export type CellWords = { title: string; by: string };

/** What there is, and what each part of a table takes, in the same unit. Letters of size 1 are as large as that unit. */
export type Frame = {
  width: number;
  /** Of the rows, without the head. */
  height: number;
  /** The column of the times. */
  times: number;
  /** A break in which nothing happens, and the least that a row has for its time. */
  bar: number;
  row: number;
  /** Of a cell, both sides. */
  padding: number;
  /** From this size on no word is broken. */
  whole: number;
};

const TITLE_LINE = 1.16;
/** Who brings it, beside its title. */
const BY = 0.78;
const BY_LINE = 1.25;

type Table = { columns: number; rows: readonly TableRow[] };
type Wanted = { size: number; hosts: boolean };

/** @param wordsOf what a session says, by its pitch */
export function fitsTable(
  table: Table,
  wordsOf: (pitchId: string) => CellWords,
  wanted: Wanted,
  frame: Frame,
): boolean {
  let height = 0;
  for (const tall of heightsOf(table, wordsOf, wanted, frame)) {
    height += tall;
    if (height > frame.height) return false;
  }
  return true;
}

/** How tall each row is. */
export function heightsOf(
  { columns, rows }: Table,
  wordsOf: (pitchId: string) => CellWords,
  { size, hosts }: Wanted,
  frame: Frame,
): number[] {
  const column = (frame.width - frame.times) / columns - frame.padding;
  const tallOf = (pitchId: string): number => {
    const { title, by } = wordsOf(pitchId);
    if (size > frame.whole && widestWord(title) * size > column) return Number.POSITIVE_INFINITY;
    const titled = linesOf(title, column / size) * TITLE_LINE * size;
    const small = size * BY;
    return titled + (hosts && by ? linesOf(by, column / small) * BY_LINE * small : 0) + frame.padding;
  };
  return rows.map(({ cells }) => {
    const tall = (cells ?? []).map(({ run, rows: over }) => (run ? tallOf(run.pitchId) / over : 0));
    return Math.max(cells ? frame.row : frame.bar, ...tall);
  });
}
