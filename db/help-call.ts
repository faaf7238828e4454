/** Calls for help from one of the crew to all of them: who is coming, and how each ends. */
import { and, asc, count, desc, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent, shareEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { pushHelpCall } from "#db/push/fan-out.ts";
import { lockHand } from "#db/rota.ts";
import { helpCall, helpComing } from "#db/schema/help-call.ts";
import { liveVersion } from "#db/schema/live.ts";
import { person } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { CALL_MS, type CallEnd, type CrewNews, type HelpCall } from "#domain/help-call.ts";
import type { RotaAct } from "#domain/history.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** What every screen of the crew follows. */
export async function readCrewNews(db: Store, eventId: string): Promise<CrewNews> {
  const [version] = await db
    .select({ rota: liveVersion.crewVersion })
    .from(liveVersion)
    .where(eq(liveVersion.eventId, eventId));
  return { calls: await readCalls(db, eventId), rota: version?.rota ?? 0 };
}

/** The calls that nobody and nothing has ended, the newest first: at most MOST.helpCalls of each hour. */
export async function readCalls(db: Store, eventId: string): Promise<HelpCall[]> {
  const rows = await db
    .select({ call: helpCall, name: person.name })
    .from(helpCall)
    .leftJoin(person, eq(person.id, helpCall.personId))
    .where(and(eq(helpCall.eventId, eventId), isNull(helpCall.endedAt)))
    .orderBy(desc(helpCall.calledAt), desc(helpCall.id))
    .limit(MOST.helpCalls);
  if (rows.length === 0) return [];
  const ids = rows.map(({ call }) => call.id);
  const coming = await db
    .select({ callId: helpComing.callId, id: person.id, name: person.name })
    .from(helpComing)
    .innerJoin(person, eq(person.id, helpComing.personId))
    .where(inArray(helpComing.callId, ids))
    .orderBy(asc(helpComing.createdAt), asc(person.id));
  return rows.map(({ call: { id, what, place, personId, calledAt, endsAt }, name }) => ({
    ...{ id, what, place, by: personId === null ? null : { id: personId, name: name ?? "" } },
    ...{ at: calledAt.toISOString(), endsAt: endsAt.toISOString() },
    coming: coming.filter(({ callId }) => callId === id).map(({ callId: _, ...one }) => one),
  }));
}

type Calling = "not_found" | "called_enough";

/**
 * Asks everybody of the crew to come: their open screens, and their phones that asked to be told. Safe to repeat with the
 * same id.
 * @returns refused `called_enough` after MOST.helpCalls within an hour
 */
export function callForHelp(
  db: Database,
  crew: May<"takeTasks">,
  { id, what, place }: Pick<HelpCall, "id" | "what" | "place">,
  now: Date,
): Promise<Result<null, Calling>> {
  const { eventId, personId } = crew;
  return transact<null, Calling>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp || !(await lockHand(tx, eventId, personId))) return refused("not_found");
    const [known] = await tx.select({ of: helpCall.eventId }).from(helpCall).where(eq(helpCall.id, id));
    if (known) return known.of === eventId ? granted(null) : refused("not_found");
    if ((await countWithinHour(tx, eventId, now)) >= MOST.helpCalls) return refused("called_enough");
    const endsAt = new Date(now.getTime() + CALL_MS);
    await tx.insert(helpCall).values({ id, eventId, personId, what, place, calledAt: now, endsAt });
    await pushHelpCall(tx, { id, eventId, personId }, now);
    await note(tx, crew, "call_help", now);
    await bump(tx, eventId, ["crew"]);
    return granted(null);
  });
}

const HOUR = 3_600_000;

async function countWithinHour(tx: Transaction, eventId: string, now: Date): Promise<number> {
  const [called] = await tx
    .select({ n: count() })
    .from(helpCall)
    .where(and(eq(helpCall.eventId, eventId), gt(helpCall.calledAt, new Date(now.getTime() - HOUR))));
  return called!.n;
}

/** Says that they are coming, or are not after all. Safe to repeat. Refused `call_over` once it has ended. */
export function answerCall(
  db: Database,
  crew: May<"takeTasks">,
  { id, comes }: { id: string; comes: boolean },
  now: Date,
): Promise<Result<null, "not_found" | "call_over">> {
  const { eventId, personId } = crew;
  return transact<null, "not_found" | "call_over">(db, async (tx) => {
    if (!(await lockHand(tx, eventId, personId))) return refused("not_found");
    const call = await lockCall(tx, eventId, id);
    if (!call) return refused("not_found");
    if (call.endedAt || call.endsAt <= now) return refused("call_over");
    const mine = and(eq(helpComing.callId, id), eq(helpComing.personId, personId));
    const changed = comes
      ? await tx
          .insert(helpComing)
          .values({ callId: id, personId, createdAt: now })
          .onConflictDoNothing()
          .returning()
      : await tx.delete(helpComing).where(mine).returning();
    if (changed.length === 0) return granted(null);
    await note(tx, crew, comes ? "come_to_help" : "stay_away", now);
    await bump(tx, eventId, ["crew"]);
    return granted(null);
  });
}

/** Ends a call, whoever made it. Safe to repeat: the first word stands. */
export function endCall(
  db: Database,
  crew: May<"takeTasks">,
  { id, how }: { id: string; how: Exclude<CallEnd, "lapsed"> },
  now: Date,
): Promise<Result<null, "not_found">> {
  const { eventId } = crew;
  return transact<null, "not_found">(db, async (tx) => {
    const call = await lockCall(tx, eventId, id);
    if (!call) return refused("not_found");
    if (call.endedAt) return granted(null);
    await tx.update(helpCall).set({ endedAt: now, ended: how }).where(eq(helpCall.id, id));
    await note(tx, crew, "end_help", now, how);
    await bump(tx, eventId, ["crew"]);
    return granted(null);
  });
}

/** At most so many at once; what is left waits for the next run. */
const MOST_LAPSED = 200;

/** Ends the calls whose time is up, at every camp. Safe to repeat, and for several processes at once. */
export async function lapseCalls(db: Database, now: Date): Promise<void> {
  const due = and(lte(helpCall.endsAt, now), isNull(helpCall.endedAt));
  const rows = await db
    .selectDistinct({ eventId: helpCall.eventId })
    .from(helpCall)
    .where(due)
    .limit(MOST_LAPSED);
  for (const { eventId } of rows)
    await db.transaction(async (tx) => {
      await shareEvent(tx, eventId);
      const ended = await tx
        .update(helpCall)
        .set({ endedAt: now, ended: "lapsed" })
        .where(and(due, eq(helpCall.eventId, eventId)))
        .returning({ id: helpCall.id });
      if (ended.length === 0) return;
      const at = { eventId, at: now, actor: "clock", actorId: null, subjectId: null } as const;
      await record(
        tx,
        ended.map(() => ({ ...at, act: "end_help" as const, to: "lapsed" })),
      );
      await bump(tx, eventId, ["crew"]);
    });
}

async function lockCall(tx: Transaction, eventId: string, id: string) {
  await shareEvent(tx, eventId);
  const [call] = await tx
    .select()
    .from(helpCall)
    .where(and(eq(helpCall.id, id), eq(helpCall.eventId, eventId)))
    .for("no key update");
  return call ?? null;
}

const note = (
  tx: Transaction,
  { eventId, personId }: May<"takeTasks">,
  act: RotaAct,
  at: Date,
  to: string | null = null,
) => record(tx, { eventId, at, actor: "crew", actorId: personId, act, subjectId: null, to });
