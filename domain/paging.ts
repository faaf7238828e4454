/** Long lists, a page at a time. */

/** @property page counted from 1 @property size rows on a whole page @property more whether another comes after it */
export type Page<Item> = { items: readonly Item[]; page: number; size: number; more: boolean };

/** No list of ours has so many pages; a larger number in an address was typed by nobody. */
const LAST = 9_999;

/** The page that an address asks for: the first where it asks for none that could be. */
export function pageNumber(text: unknown): number {
  if (typeof text !== "string" || !/^[1-9][0-9]{0,3}$/.test(text)) return 1;
  return Math.min(Number(text), LAST);
}

/** What to read for a page: one row more than it shows, which tells whether another comes. */
export function windowOf(page: number, size: number): { limit: number; offset: number } {
  return { limit: size + 1, offset: (page - 1) * size };
}

/** The rows that `windowOf` had read, as the page they are. */
export function pageOf<Item>(rows: readonly Item[], page: number, size: number): Page<Item> {
  return { items: rows.slice(0, size), page, size, more: rows.length > size };
}

/** The year that an address names, or null where no camp could be in it. */
export function yearNumber(text: unknown): number | null {
  return typeof text === "string" && /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : null;
}
