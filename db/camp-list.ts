/**
 * The camps of this installation, a page at a time. What is on or coming is found by the days that are still to come,
 * what was by the year of its first day. Each page is found by what stood at the end of its neighbour: no reading grows
 * with the camps that nobody looks at, nor with how far down the page is.
 */
import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  max,
  not,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Store } from "#db/connection.ts";
import { type EventRow, eventViews } from "#db/event.ts";
import { day } from "#db/schema/day.ts";
import { event, over } from "#db/schema/event.ts";
import { type EventView, phasesFor } from "#domain/event.ts";
import { type Page, type Turn, turned } from "#domain/paging.ts";
import { earliestToday, latestToday } from "#domain/time/date.ts";

/** Camps on a page, wherever they are listed. */
export const CAMPS_A_PAGE = 30;

/** No copy for a rehearsal: it is in no list. */
export const isCamp = isNull(event.rehearsalOf);

/** Camps that strangers may see. */
const listed = and(inArray(event.phase, [...phasesFor("visit")]), isCamp);

const wentByPhase = over(event.phase);

/** A page of the camps that are on or coming, by the next of their days, soonest first; of those that are over, today's. */
export function listComing(db: Store, now: Date, turn: Turn): Promise<Page<EventView>> {
  return comingPage(db, now, listed, turn);
}

/** A page of the camps that were, of those whose first day was in a year, newest first. */
export function listPast(db: Store, now: Date, year: number, turn: Turn): Promise<Page<EventView>> {
  return pastPage(db, now, listed, year, turn);
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
  turn: Turn,
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
  const back = turn.from?.side === "before";
  const to = back ? desc : asc;
  const rows = await db
    .select({ event, date: day.date, at: day.startsAt })
    .from(day)
    .innerJoin(event, eq(event.id, day.eventId))
    .where(and(gte(day.date, today), open, which, first, soonerOrLater(turn)))
    .orderBy(to(day.date), to(day.startsAt), to(day.eventId))
    .limit(CAMPS_A_PAGE + 1);
  return viewsOf(db, rows, turn);
}

/** By row, so that the index finds where to begin. */
function soonerOrLater({ from }: Turn): SQL | undefined {
  if (!from) return undefined;
  const { date, at, id } = from.key;
  const there = sql`(${date}::date, to_timestamp(${at}::float8 / 1000), ${id}::uuid)`;
  return sql`(${day.date}, ${day.startsAt}, ${day.eventId}) ${sql.raw(from.side === "after" ? ">" : "<")} ${there}`;
}

/**
 * A page of what was in a year. The few that are over before their day come first; they are looked for by themselves, so
 * that no camp is passed over that is still to come. @param which of all camps
 */
export async function pastPage(
  db: Store,
  now: Date,
  which: SQL | undefined,
  year: number,
  turn: Turn,
): Promise<Page<EventView>> {
  const [begins, ends] = [sql`make_date(${year}::int, 1, 1)`, sql`make_date(${year}::int, 12, 31)`];
  const back = turn.from?.side === "before";
  const to = back ? asc : desc;
  const rows: (typeof event.$inferSelect)[] = [];
  for (const past of back ? [wasToBe(db, now), overEarly(now)] : [overEarly(now), wasToBe(db, now)]) {
    const some = await db
      .select()
      .from(event)
      .where(and(gte(event.day, begins), lte(event.day, ends), which, past, newerOrOlder(turn)))
      .orderBy(to(event.day), to(event.id))
      .limit(CAMPS_A_PAGE + 1 - rows.length);
    rows.push(...some);
    if (rows.length > CAMPS_A_PAGE) break;
  }
  return viewsOf(
    db,
    rows.map((row) => ({ event: row, date: row.day, at: row.startsAt })),
    turn,
  );
}

function newerOrOlder({ from }: Turn): SQL | undefined {
  if (!from) return undefined;
  const { date, id } = from.key;
  return sql`(${event.day}, ${event.id}) ${sql.raw(from.side === "after" ? "<" : ">")} (${date}::date, ${id}::uuid)`;
}

/** The years of what was: each is looked up by the one after it, so that not every camp is read. @param which of all camps */
export async function yearsOf(db: Store, now: Date, which: SQL | undefined): Promise<number[]> {
  const newest = (before: SQL) => {
    const of = (past: SQL | undefined) => sql`(select ${event.day} from ${event}
      where ${and(sql`${event.day} >= '0001-01-01'`, lt(event.day, before), which, past)} order by ${event.day} desc limit 1)`;
    return sql`(select extract(year from max(day))::int from
      (${of(overEarly(now))} union all ${of(wasToBe(db, now))}) as newest (day))`;
  };
  const rows = await db.execute<{ year: number }>(sql`with recursive years (year) as (
      select ${newest(sql`'9999-12-31'::date`)}
      union all
      select ${newest(sql`make_date(years.year, 1, 1)`)} from years where years.year is not null
    ) select year from years where year is not null`);
  return rows.map(({ year }) => year);
}

/** Whose day may still be to come and who are over by their phase: few, and found by an index of what is over. */
function overEarly(now: Date): SQL | undefined {
  return and(gte(event.day, earliestToday(now.getTime())), wentByPhase);
}

/** Whose first day was: over by their phase, or because no day of theirs is to come, whatever the phase says. */
function wasToBe(db: Store, now: Date): SQL | undefined {
  const today = earliestToday(now.getTime());
  // The last day of each is looked up; asked whether there is one, Postgres may read all days to come first.
  const last = db
    .select({ date: max(day.date) })
    .from(day)
    .where(eq(day.eventId, event.id));
  return and(lt(event.day, today), or(wentByPhase, sql`coalesce((${last}), ${event.day}) < ${today}::date`));
}

type Found = { event: EventRow; date: string; at: Date };

/** @param rows one more than a page shows, nearest first */
async function viewsOf(db: Store, rows: readonly Found[], turn: Turn): Promise<Page<EventView>> {
  const { items, ...page } = turned(rows, turn, CAMPS_A_PAGE, ({ event: { id }, date, at }) => ({
    date,
    at: at.getTime(),
    id,
  }));
  const camps = items.map((found) => found.event);
  return { items: await eventViews(db, camps), ...page };
}
