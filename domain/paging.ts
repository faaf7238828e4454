/** Long lists, a page at a time. */

import { isId } from "#domain/id.ts";
import { isDay } from "#domain/time/local.ts";

/**
 * @property page counted from 1
 * @property size rows on a whole page
 * @property more whether another comes after it
 * @property ends where a list is walked by what stands on it: the keys, as in an address, of the first and the last
 */
export type Page<Item> = {
  items: readonly Item[];
  page: number;
  size: number;
  more: boolean;
  ends?: { first: string; last: string };
};

/** No list of ours has so many pages. */
const LAST = 9_999;

/** The page that an address asks for, which may lie beyond the last; the first where it asks for none that could be. */
export function pageNumber(text: unknown): number {
  if (typeof text !== "string" || !/^[1-9][0-9]*$/.test(text)) return 1;
  return Math.min(Number(text), LAST);
}

/** The page of a list that is asked for, or the last there is. @param all how many are on all pages */
export function pageWithin(page: number, all: number, size: number): number {
  return Math.min(page, Math.max(1, Math.ceil(all / size)));
}

/** The page that is asked for of what is all at hand, or the last there is. */
export function pageAmong<Item>(all: readonly Item[], page: number, size: number): Page<Item> {
  const at = pageWithin(page, all.length, size);
  const { limit, offset } = windowOf(at, size);
  return pageOf(all.slice(offset, offset + limit), at, size);
}

/** What to read for a page: one row more than it shows, which tells whether another comes. */
export function windowOf(page: number, size: number): { limit: number; offset: number } {
  return { limit: size + 1, offset: (page - 1) * size };
}

/** The rows that `windowOf` had read, as the page they are. */
export function pageOf<Item>(rows: readonly Item[], page: number, size: number): Page<Item> {
  return { items: rows.slice(0, size), page, size, more: rows.length > size };
}

/** By which camps are listed: @property at milliseconds since 1970 */
export type Key = { date: string; at: number; id: string };

/** A page of a list that is walked: on from what stood at the end of its neighbour, or at the beginning of the list. */
export type Turn = { page: number; from: { side: "after" | "before"; key: Key } | null };

export const FIRST_PAGE: Turn = { page: 1, from: null };

/** A key as an address says it. */
function keyText({ date, at, id }: Key): string {
  return `${date}_${at}_${id}`;
}

/**
 * Which page an address asks for, by `page`, and by `after` or `before` with the key of what stood there.
 * @returns null for a page that is not the first and does not say where it begins: nobody was led to it
 */
export function turnOf(asked: { page?: unknown; after?: unknown; before?: unknown }): Turn | null {
  const page = pageNumber(asked.page);
  for (const side of ["after", "before"] as const) {
    const key = keyIn(asked[side]);
    if (key) return { page: Math.max(page, 2), from: { side, key } };
  }
  return page > 1 ? null : FIRST_PAGE;
}

function keyIn(text: unknown): Key | null {
  const said = typeof text === "string" ? /^(\d{4}-\d\d-\d\d)_(-?\d{1,14})_([\da-f-]{36})$/.exec(text) : null;
  const [, date = "", at = "", id = ""] = said ?? [];
  return isDay(date) && isId(id) ? { date, at: Number(at), id } : null;
}

/**
 * The rows that were read for a turn as the page they are, in the order of the list.
 *
 * @param rows nearest first to where the turn begins, one more than is shown
 * @param key by which the list is ordered
 */
export function turned<Row>(
  rows: readonly Row[],
  { page, from }: Turn,
  size: number,
  key: (row: Row) => Key,
): Page<Row> {
  const back = from?.side === "before";
  const items = rows.slice(0, size);
  if (back) items.reverse();
  const [first, last] = [items[0], items.at(-1)];
  const ends = first && last && { first: keyText(key(first)), last: keyText(key(last)) };
  // Whoever goes back comes from the page after it.
  return { items, page, size, more: back || rows.length > size, ...(ends && { ends }) };
}

/** What leads from a page to a neighbour, by its number and, where the list is walked, by its ends. */
export function leadTo({ page, ends }: Page<unknown>, to: number): string {
  const side = to > page ? `&after=${ends?.last}` : `&before=${ends?.first}`;
  return `page=${to}${ends && to > 1 ? side : ""}`;
}

/** The year that an address names, or null where no camp could be in it. */
export function yearNumber(text: unknown): number | null {
  return typeof text === "string" && /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : null;
}
