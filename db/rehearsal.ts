/** A rehearsal is asked for and stopped here, and read; a worker runs it (jobs/rehearsal.ts). */
import { and, between, desc, eq, gt, isNull, lte, ne, notInArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { type EventRow, lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { spend } from "#db/rate-limit.ts";
import { day } from "#db/schema/day.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { rehearsal, underWay } from "#db/schema/rehearsal.ts";
import { release } from "#db/schema/release.ts";
import { slot } from "#db/schema/slot.ts";
import { transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { HALTED, permits } from "#domain/event.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { isUnderWay, type Line, type Part, peopleFor, RESULTS, type State } from "#domain/rehearsal.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type Crew = May<"changeSettings">;

/** `endedAt` is ISO 8601, null while it is under way; `slug` is the copy's, while there is one. */
export type RehearsalView = {
  id: string;
  state: State;
  people: number;
  part: Part | null;
  stopping: boolean;
  lines: readonly Line[];
  askedAt: string;
  endedAt: string | null;
  slug: string | null;
};

/** The last of a camp, newest first: at most RESULTS. */
export async function listRehearsals(db: Store, { eventId }: Crew): Promise<RehearsalView[]> {
  const [copy] = await db.select({ slug: event.slug }).from(event).where(eq(event.rehearsalOf, eventId));
  const rows = await db
    .select()
    .from(rehearsal)
    .where(eq(rehearsal.eventId, eventId))
    .orderBy(desc(rehearsal.askedAt))
    .limit(RESULTS);
  return rows.map(({ id, state, people, part, stopping, lines, askedAt, endedAt }) => ({
    ...{ id, state, people, part, stopping, lines, askedAt: askedAt.toISOString() },
    endedAt: endedAt?.toISOString() ?? null,
    slug: isUnderWay(state) ? (copy?.slug ?? null) : null,
  }));
}

/** How many people would be made up. */
async function countRehearsed(db: Store, eventId: string): Promise<number> {
  const [camp] = await db.select().from(event).where(eq(event.id, eventId));
  const here = and(eq(registration.eventId, eventId), eq(registration.status, TAKES_PART));
  const placed = await db.$count(registration, here);
  return peopleFor({ placed, capacity: camp?.capacity ?? 0, insideLimit: camp?.insideLimit ?? null });
}

const dateAt = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Whether a camp of this installation is on: from an hour before its doors, as long as its slots go. */
async function isAnyOn(db: Store, now: Date): Promise<boolean> {
  const soon = new Date(now.getTime() + 3_600_000);
  const ends = sql`coalesce((select max(${slot.endsAt}) from ${slot} where ${slot.dayId} = ${day.id}),
    ${day.startsAt} + interval '12 hours')`;
  const [row] = await db
    .select({ id: day.id })
    .from(day)
    .innerJoin(event, eq(event.id, day.eventId))
    .where(
      and(
        // Its date is in its zone, at most one off, and is what days are found by.
        between(day.date, dateAt(now, -2), dateAt(now, 2)),
        lte(day.startsAt, soon),
        gt(day.startsAt, new Date(now.getTime() - 86_400_000)),
        sql`${ends} > ${now.toISOString()}::timestamptz`,
        ne(day.phase, "over"),
        notInArray(event.phase, ["draft", ...HALTED, "after", "archived"]),
        eq(event.demo, false),
        isNull(event.rehearsalOf),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Before and after a release opens, for how long nothing else is to slow it, in milliseconds. */
const RELEASE_MS = 10 * 60_000;

async function isAnyReleased(db: Store, now: Date): Promise<boolean> {
  const [from, to] = [-RELEASE_MS, RELEASE_MS].map((ms) => new Date(now.getTime() + ms));
  const [row] = await db
    .select({ id: release.id })
    .from(release)
    .innerJoin(event, eq(event.id, release.eventId))
    .where(
      and(
        between(release.opensAt, from!, to!),
        eq(event.phase, "tickets"),
        eq(event.demo, false),
        isNull(event.rehearsalOf),
      ),
    )
    .limit(1);
  return row !== undefined;
}

type Rehearsed = Pick<EventRow, "phase" | "demo" | "rehearsalOf">;

type WhyNot = "not_open" | "camp_is_on" | "tickets_open_now";

/** Why a camp cannot be rehearsed at this moment; null where it can. */
export async function whyNotNow(db: Store, camp: Rehearsed, now: Date): Promise<WhyNot | null> {
  if (!permits(camp.phase, "rehearse") || camp.demo || camp.rehearsalOf) return "not_open";
  if (await isAnyOn(db, now)) return "camp_is_on";
  return (await isAnyReleased(db, now)) ? "tickets_open_now" : null;
}

/** The same, and how many people would be made up. */
export async function readRehearsing(db: Store, { eventId }: Crew, now: Date) {
  const [camp] = await db.select().from(event).where(eq(event.id, eventId));
  return {
    why: camp ? await whyNotNow(db, camp, now) : ("not_open" as const),
    people: await countRehearsed(db, eventId),
  };
}

type AskRefusal = "not_found" | WhyNot | "rehearsal_runs" | "too_many";

/**
 * @returns refused `not_open` from doors on and in demo camps, `camp_is_on` while any camp here is,
 *   `tickets_open_now` about the time that any release here opens, `rehearsal_runs` while any
 *   other one does, `too_many` for whoever goes on asking
 */
export async function askForRehearsal(
  db: Database,
  crew: Crew,
  now: Date,
): Promise<Result<null, AskRefusal>> {
  return refereed({ rehearsal_one_at_a_time: "rehearsal_runs" } as const, () =>
    transact<null, Exclude<AskRefusal, "rehearsal_runs">>(db, async (tx) => {
      const { eventId, personId } = crew;
      const camp = await lockEvent(tx, eventId);
      if (!camp) return refused("not_found");
      const why = await whyNotNow(tx, camp, now);
      if (why) return refused(why);
      const people = await countRehearsed(tx, eventId);
      await tx.insert(rehearsal).values({ id: newId(), eventId, askedAt: now, askedBy: personId, people });
      const spent = await spend(tx, [{ limit: "rehearse_by_camp", by: eventId }], now);
      if (!spent.ok) return spent;
      const entry = { eventId, at: now, actor: "crew", actorId: personId, subjectId: eventId } as const;
      await record(tx, { ...entry, act: "rehearse" });
      return granted(null);
    }),
  );
}

/** The worker ends it at its next word. Safe to repeat, and once it is over nothing. */
export async function stopRehearsal(db: Database, crew: Crew, now: Date): Promise<Result<null, "not_found">> {
  return transact(db, async (tx) => {
    const { eventId, personId } = crew;
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const stopped = await tx
      .update(rehearsal)
      .set({ stopping: true })
      .where(and(eq(rehearsal.eventId, eventId), underWay(rehearsal.state), eq(rehearsal.stopping, false)))
      .returning({ id: rehearsal.id });
    const entry = { eventId, at: now, actor: "crew", actorId: personId, subjectId: eventId } as const;
    if (stopped.length > 0) await record(tx, { ...entry, act: "stop_rehearsal" });
    return granted(null);
  });
}

/** What its worker needs of a camp; null where it is gone. */
export async function readRehearsed(
  db: Store,
  eventId: string,
): Promise<{ name: string; locale: string } | null> {
  const { name, locale } = event;
  const [camp] = await db.select({ name, locale }).from(event).where(eq(event.id, eventId));
  return camp ?? null;
}
