/** What changed between two versions of something, for the audit log. */

/** One change: of a field, or of a row of a list, where it is named by its id. Null is "was not there". */
export type Difference = { what: string; from: unknown; to: unknown };

type Row = { id: string | null };
export type Shown = object | readonly Row[];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const entries = (shown: Shown): [string, unknown][] =>
  Array.isArray(shown) ? shown.map((row: Row) => [row.id ?? "", row]) : Object.entries(shown);

/** How many rows of a table one save added, changed and took away. */
export type RowsChanged = { added: number; changed: number; removed: number };

export function rowsChanged(before: readonly Row[], after: readonly Row[]): RowsChanged {
  const all = differences(before, after);
  const added = all.filter(({ from }) => from === null).length;
  const removed = all.filter(({ to }) => to === null).length;
  return { added, changed: all.length - added - removed, removed };
}

/** Everything that is not the same: fields of a record by name, rows of a list by id. */
export function differences(before: Shown, after: Shown): Difference[] {
  const [was, is] = [new Map(entries(before)), new Map(entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((what) => ({ what, from: was.get(what) ?? null, to: is.get(what) ?? null }))
    .filter(({ from, to }) => !same(from, to));
}
