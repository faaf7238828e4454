/** Demo camps for an installation that has none of its own, moved to now when their day has passed. */
import { and, eq, or, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { insertCamp } from "#db/demo/camp.ts";
import { insertCheckIns } from "#db/demo/door.ts";
import { insertEquality } from "#db/demo/equality.ts";
import { insertDraft, publishFirst } from "#db/demo/grid.ts";
import { moveDay } from "#db/demo/move.ts";
import { insertPages } from "#db/demo/pages.ts";
import { insertPeople } from "#db/demo/people.ts";
import { insertPitches } from "#db/demo/pitches.ts";
import { insertWays } from "#db/demo/ways.ts";
import { campPageReview } from "#db/schema/camp-page.ts";
import { event } from "#db/schema/event.ts";
import { refereed } from "#db/violation.ts";
import { countHands } from "#db/voting/tally.ts";
import { CAMPS, type DemoCamp } from "#domain/demo/camp.ts";
import { isOver, isStale } from "#domain/demo/day.ts";
import { permits } from "#domain/event.ts";
import { granted } from "#domain/result.ts";

/** The advisory lock of loading; any number. */
const LOADING = 7_110_421;

export type DemoNews = { loaded: string[]; moved: string[] };

/**
 * Loads missing demo camps, unless there is a real one, and moves stale ones to now. Safe to repeat, also after a kill.
 */
export async function loadDemo(db: Database, now: Date): Promise<DemoNews> {
  const moved = await moveDemo(db, now, isStale);
  await writePages(db, now);
  const loaded: string[] = [];
  for (const camp of CAMPS) {
    if (await loadCamp(db, camp, now)) loaded.push(camp.name);
    if (permits(camp.phase, "sit")) await publishFirst(db, camp.slug, now);
  }
  return { loaded, moved };
}

/** Moves the demo camps whose day is over, so that a late visitor finds one that is on. */
export async function reviveDemo(db: Database, now: Date): Promise<void> {
  await moveDemo(db, now, (_, startsAt, instant) => isOver(startsAt, instant));
}

/** In one transaction. False where it was there, or somebody started a camp of that address at the same moment. */
async function loadCamp(db: Database, camp: DemoCamp, now: Date): Promise<boolean> {
  const loaded = await refereed({ event_slug_is_taken: "slug_taken" }, async () =>
    granted(await writeCamp(db, camp, now)),
  );
  const written = loaded.ok ? loaded.value : null;
  if (written) await countHands(db, written.eventId, written.pitchIds);
  return written !== null;
}

function writeCamp(db: Database, camp: DemoCamp, now: Date) {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOADING})`);
    if (!(await isMissing(tx, camp.slug))) return null;
    const eventId = await insertCamp(tx, camp, now);
    await insertPages(tx, eventId, now);
    const { here, entrants } = await insertPeople(tx, eventId, camp, now);
    await insertCheckIns(tx, eventId);
    await insertWays(tx, eventId, camp, entrants, now);
    if (camp.asksEquality) await insertEquality(tx, eventId, camp, here, now);
    const pitches = await insertPitches(tx, eventId, camp, here, now);
    if (permits(camp.phase, "sit")) await insertDraft(tx, eventId, camp, pitches);
    return { eventId, pitchIds: pitches.map((pitch) => pitch.id) };
  });
}

/** Demo camps of an earlier version had none, and could not open their tickets once a visitor made them drafts. */
async function writePages(db: Database, now: Date): Promise<void> {
  const unwritten = and(
    eq(event.demo, true),
    sql`not exists (select 1 from ${campPageReview} where ${campPageReview.eventId} = ${event.id})`,
  );
  const camps = await db.select({ id: event.id }).from(event).where(unwritten);
  for (const { id } of camps) await db.transaction((tx) => insertPages(tx, id, now));
}

async function isMissing(db: Store, slug: string): Promise<boolean> {
  const other = or(eq(event.demo, false), eq(event.slug, slug));
  const found = await db.select({ id: event.id }).from(event).where(other).limit(1);
  return found.length === 0;
}

async function moveDemo(db: Database, now: Date, isDue: typeof isStale): Promise<string[]> {
  const camps = await db.select().from(event).where(eq(event.demo, true)).orderBy(event.createdAt);
  const moved: string[] = [];
  for (const { id, slug, name, startsAt } of camps) {
    const camp = CAMPS.find((demo) => demo.slug === slug);
    if (!camp || !isDue(camp.moment, startsAt.getTime(), now.getTime())) continue;
    await moveDay(db, id, camp.moment, now);
    moved.push(name);
  }
  return moved;
}
