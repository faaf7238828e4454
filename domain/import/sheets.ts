/** What an import reads: the kinds of sheet, and the columns that mean something on each. */

/** Columns that mean something, whatever a spreadsheet calls them. `when` holds a start and an end. */
export const COLUMNS = [
  "date",
  "when",
  "start",
  "end",
  "room",
  "seats",
  "kind",
  "title",
  "line",
  "host",
  "id",
  "person",
  "pitch",
  "rating",
  "tick",
] as const;
export type Column = (typeof COLUMNS)[number];

export const SHEET_KINDS = ["grid", "pitches", "ballots"] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What a row of a grid may say beside its times and its title. */
export const GRID_EXTRAS = ["room", "seats", "kind", "line", "host", "id"] as const;

export const COLUMNS_OF: Record<SheetKind, readonly Column[]> = {
  grid: ["date", "start", "end", "when", "title", ...GRID_EXTRAS],
  pitches: ["title", "line", "host", "kind", "id"],
  ballots: ["person", "pitch", "rating", "tick"],
};

export const ROWS_MAX = 20_000;

/** A sheet of more columns is no list of anything; what stands in them is left alone. */
export const COLUMNS_MAX = 60;
