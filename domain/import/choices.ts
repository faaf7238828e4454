/** What an organiser said about how their file is to be read; whatever they left open is worked out from the file. */

import type { DateOrder } from "#domain/import/dates.ts";
import type { DaysOf } from "#domain/import/moved-days.ts";
import type { Column, SheetKind } from "#domain/import/sheets.ts";

export type Choices = {
  /** Counted from 0. */
  page: number;
  sheet: SheetKind | null;
  /** By place, counted from 0; empty for a column that is left alone. */
  columns: Readonly<Record<string, Column | "">>;
  order: DateOrder | null;
  days: DaysOf | null;
  /** Questions about names that look alike (`Alike.id`) which were answered "the same". */
  same: readonly string[];
};

export const NO_CHOICES: Choices = { page: 0, sheet: null, columns: {}, order: null, days: null, same: [] };
