/** A table as text, such as spreadsheets copy and paste it: a head, then a row a line, with tabs between the cells. */
import { FORMULA } from "#domain/csv.ts";
import type { Problem } from "#domain/import/problem.ts";
import { type Row, readTable } from "#domain/import/table.ts";
import { same } from "#domain/import/text.ts";

/** With apostrophes before it, it was written by us, or begins so by itself: one more tells them apart. */
const GUARDED = new RegExp(`^'+(?:${FORMULA.source.slice(1)})`, "u");
const GUARDS = new RegExp(`^'*(?:${FORMULA.source.slice(1)})`, "u");

/** @param rows of texts of one line: the head first */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const guarded = GUARDS.test(text) ? `'${text}` : text;
    return guarded.includes('"') ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  return rows.map((cells) => `${cells.map(cell).join("\t")}\n`).join("");
}

/** The rows of a pasted table, by what columns mean; `columns` is null where its first row is no head. */
export type PastedTable<C extends string> = { columns: (C | null)[] | null; rows: Row[] };

/**
 * Reads tabs where there are any, else commas, semicolons or pipes.
 * @param heads what each column is called. A first row is a head where two of its cells are called so
 */
export function readPasted<C extends string>(
  text: string,
  heads: Readonly<Record<C, readonly string[]>>,
): PastedTable<C> | Problem {
  const table = readTable(text, text.includes("\t") ? "\t" : undefined);
  if (!("rows" in table)) return table;
  const unguarded = (cells: readonly string[]) =>
    cells.map((cell) => (GUARDED.test(cell) ? cell.slice(1) : cell));
  const rows = [table.header, ...table.rows].map(({ number, cells }) => ({
    number,
    cells: unguarded(cells),
  }));
  const names = Object.keys(heads) as C[];
  const columns = table.header.cells.map(
    (cell) => names.find((name) => heads[name].some((head) => same(head) === same(cell))) ?? null,
  );
  const isHead = columns.filter((column) => column !== null).length > 1;
  return isHead ? { columns, rows: rows.slice(1) } : { columns: null, rows };
}
