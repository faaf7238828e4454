/**
 * The camps of this installation, a page at a time. What is on or coming is found by the days that are still to come,
 * what was by the year of its first day: no reading grows with the camps that nobody looks at.
 */
import { and, asc, desc, eq, gte, inArray, lt, lte, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Store } from "#db/connection.ts";
import { type EventRow, eventViews } from "#db/event.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { type EventView, PAST, phasesFor } from "#domain/event.ts";
import { type Page, pageOf, windowOf } from "#domain/paging.ts";
import { earliestToday, latestToday } from "#domain/time/date.ts";

/** Camps on a page, wherever they are listed. */
export const CAMPS_A_PAGE = 30;

/** Camps that strangers may see. */
const listed = inArray(event.phase, [...phasesFor("visit")]);

const wentByPhase = inArray(event.phase, [...PAST]);

/** A page of the camps that are on or coming, by the next of their days, soonest first; of those that are over, today's. */
export function listComing(db: Store, now: Date, page: number): Promise<Page<EventView>> {
  return comingPage(db, now, listed, page);
}

/** A page of the camps that were, of those whose first day was in a year, newest first. */
export function listPast(db: Store, now: Date, year: number, page: number): Promise<Page<EventView>> {
  return pastPage(db, now, listed, year, page);
}

/** The years in which there were camps, newest first: at most one for each of RANGES.years. */
export function listYears(db: Store, now: Date): Promise<number[]> {
  return yearsOf(db, now, listed);
}

/** The address of a camp that strangers may see; null where there is none. */
export async function anyCamp(db: Store): Promise<string | null> {
  const [row] = await db.select({ slug: event.slug }).from(event).where(listed).limit(1);
  return row?.slug ?? null;
}

/** A page of what is on or coming. @param which of all camps */
export async function comingPage(
  db: Store,
  now: Date,
  which: SQL | undefined,
  page: number,
): Promise<Page<EventView>> {
  const today = earliestToday(now.getTime());
  const sooner = alias(day, "sooner");
  const first = notExists(
    db
      .select({ id: sooner.id })
      .from(sooner)
      .where(and(eq(sooner.eventId, day.eventId), gte(sooner.date, today), lt(sooner.date, day.date))),
  );
  const open = or(not(wentByPhase), lte(day.date, latestToday(now.getTime())));
  const { limit, offset } = windowOf(page, CAMPS_A_PAGE);
  const rows = await db
    .select({ event })
    .from(day)
    .innerJoin(event, eq(event.id, day.eventId))
    .where(and(gte(day.date, today), open, which, first))
    .orderBy(asc(day.date), asc(day.startsAt), asc(day.eventId))
    .limit(limit)
    .offset(offset);
  return viewsOf(
    db,
    rows.map((row) => row.event),
    page,
  );
}

/** A page of what was in a year. @param which of all camps */
export async function pastPage(
  db: Store,
  now: Date,
  which: SQL | undefined,
  year: number,
  page: number,
): Promise<Page<EventView>> {
  const { limit, offset } = windowOf(page, CAMPS_A_PAGE);
  const begins = sql`make_date(${year}::int, 1, 1)`;
  const ends = sql`make_date(${year}::int, 12, 31)`;
  const rows = await db
    .select()
    .from(event)
    .where(and(gte(event.day, begins), lte(event.day, ends), which, isPast(db, now)))
    .orderBy(desc(event.day), desc(event.id))
    .limit(limit)
    .offset(offset);
  return viewsOf(db, rows, page);
}

/** The years of what was: each is looked up by the one after it, so that not every camp is read. @param which of all camps */
export async function yearsOf(db: Store, now: Date, which: SQL | undefined): Promise<number[]> {
  const newest = (before: SQL) => sql`(select extract(year from ${event.day})::int from ${event}
    where ${and(sql`${event.day} >= '0001-01-01'`, lt(event.day, before), which, isPast(db, now))}
    order by ${event.day} desc limit 1)`;
  const rows = await db.execute<{ year: number }>(sql`with recursive years (year) as (
      select ${newest(sql`'9999-12-31'::date`)}
      union all
      select ${newest(sql`make_date(years.year, 1, 1)`)} from years where years.year is not null
    ) select year from years where year is not null`);
  return rows.map(({ year }) => year);
}

/** By its phase, or because no day of it is to come, whatever its phase says. */
function isPast(db: Store, now: Date): SQL | undefined {
  const today = earliestToday(now.getTime());
  const toCome = db
    .select({ id: day.id })
    .from(day)
    .where(and(eq(day.eventId, event.id), gte(day.date, today)));
  return or(wentByPhase, and(lt(event.day, today), notExists(toCome)));
}

async function viewsOf(db: Store, rows: readonly EventRow[], page: number): Promise<Page<EventView>> {
  const { items, ...rest } = pageOf(rows, page, CAMPS_A_PAGE);
  return { items: await eventViews(db, items), ...rest };
}
