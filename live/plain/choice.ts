/** Which camps the plain page offers to choose from, where the address names none. */
import { listComing, listPast, listYears } from "#db/camp-list.ts";
import type { Store } from "#db/connection.ts";
import { type EventView, permits } from "#domain/event.ts";
import { type Page, turnOf, yearNumber } from "#domain/paging.ts";

/** @property year null for what is on or coming */
export type Choice = { camps: Page<EventView>; year: number | null; years: readonly number[] };

/**
 * By `?year` and the page asked for. Where nothing is on or coming and no year is asked for, it is the newest year.
 */
export async function readChoice(db: Store, now: Date, asked: URLSearchParams): Promise<Choice> {
  const turn = turnOf(Object.fromEntries(asked));
  const years = await listYears(db, now);
  const wanted = yearNumber(asked.get("year"));
  if (wanted === null) {
    const camps = turn ? await listComing(db, now, turn) : NO_PAGE;
    if (camps.items.length > 0 || camps.page > 1 || years.length === 0) return { camps, year: null, years };
  }
  const year = wanted ?? years[0]!;
  return { camps: turn ? await listPast(db, now, year, turn) : NO_PAGE, year, years };
}

/** Of an address that leads nowhere. */
const NO_PAGE: Page<EventView> = { items: [], page: 2, size: 0, more: false };

/** The camp that everybody means who names none: the one that is on, or the only one there is. Else null. */
export function theOne({ camps: { items, more, page }, years, year }: Choice): EventView | null {
  const on = items.filter(({ phase }) => permits(phase, "attend"));
  if (year === null && page === 1 && on.length === 1) return on[0]!;
  const only = items.length === 1 && page === 1 && !more && (year === null || years.length === 1);
  return only ? items[0]! : null;
}
