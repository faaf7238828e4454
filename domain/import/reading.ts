/** How a file was read, for somebody to agree with or to change before anything is written. */

import type { ReadOrder } from "#domain/import/dates.ts";
import type { ReadDays } from "#domain/import/grid.ts";
import type { MovedDays } from "#domain/import/moved-days.ts";
import type { Column, SheetKind } from "#domain/import/sheets.ts";

export type Reading = {
  sheet: SheetKind | "people" | null;
  rows: number;
  /** Each column by its place, what the file calls it, the first thing that stands in it, and what it is taken to be. */
  columns: { at: number; name: string; sample: string; means: Column | null }[];
  /** Null when no date could be read both ways. */
  order: ReadOrder | null;
  /** Whose clocks the times are read on. */
  zone: string;
  days: ReadDays;
  /** Where they could be moved, and whether they are; null where that changes nothing. */
  moved: MovedDays | null;
};
