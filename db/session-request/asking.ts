/** Campers ask something of the grid that is out, stand behind what others ask, and take that back. */
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { lockEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { spend } from "#db/rate-limit.ts";
import { sessionRequest, sessionRequestAsker } from "#db/schema/session-request.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { asOneWay, mayAsk, type Wanted } from "#domain/session-request.ts";
import type { Attendee } from "#domain/viewer.ts";

type AskRefusal = "not_found" | "not_open" | "session_on" | "asked_enough" | "too_many";

/**
 * Asks something of a session, with whoever asks the same already. Safe to repeat with the same id.
 * @param asked its id minted with the form; the reason in their words, for the crew alone
 * @returns refused `not_found` for another camp's, `not_open` by the phase, `session_on` where there is nothing left to ask
 *   of that session, `asked_enough` for whoever asks as much at once as anybody may, `too_many` for whoever goes on
 */
export async function ask(
  db: Database,
  attendee: Attendee,
  { id, reason, ...wanted }: Wanted & { id: string; reason: string },
  now: Date,
): Promise<Result<null, AskRefusal>> {
  return transact<null, AskRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, attendee.eventId);
    if (!camp) return refused("not_found");
    const [known] = await tx.select().from(sessionRequest).where(eq(sessionRequest.id, id));
    if (known) return known.eventId === camp.id ? granted(null) : refused("not_found");
    if (!permits(camp.phase, "publish")) return refused("not_open");
    const grid = await readGrid(tx, camp.id);
    if (!mayAsk(wanted, grid, now.getTime())) return refused("session_on");
    const one = asOneWay(wanted);
    await tx
      .insert(sessionRequest)
      .values({ id, eventId: camp.id, ...one, askedAt: now })
      .onConflictDoNothing();
    const same = and(
      eq(sessionRequest.kind, one.kind),
      eq(sessionRequest.pitchId, one.pitchId),
      one.otherId === null ? isNull(sessionRequest.otherId) : eq(sessionRequest.otherId, one.otherId),
    );
    const [open] = await tx
      .select({ id: sessionRequest.id })
      .from(sessionRequest)
      .where(and(same, isNull(sessionRequest.settledAt)));
    return standBehind(tx, attendee, { requestId: open!.id, reason: reason.trim(), grid }, now);
  });
}

/** Stands behind what others ask. Safe to repeat. Refused as `ask`, and `question_gone` once the crew has answered. */
export async function back(
  db: Database,
  attendee: Attendee,
  requestId: string,
  now: Date,
): Promise<Result<null, AskRefusal | "question_gone">> {
  return transact<null, AskRefusal | "question_gone">(db, async (tx) => {
    const camp = await lockEvent(tx, attendee.eventId);
    const here = and(eq(sessionRequest.id, requestId), eq(sessionRequest.eventId, attendee.eventId));
    const [found] = await tx.select().from(sessionRequest).where(here);
    // One that nobody asks any more has gone with the last of them.
    if (!camp || !found) return refused("question_gone");
    if (found.settledAt) return refused("question_gone");
    if (!permits(camp.phase, "publish")) return refused("not_open");
    const grid = await readGrid(tx, camp.id);
    if (!mayAsk(found, grid, now.getTime())) return refused("session_on");
    return standBehind(tx, attendee, { requestId, reason: "", grid }, now);
  });
}

/**
 * Whoever asks it already keeps the words they gave, unless there are new ones. Of what they ask besides counts what can
 * still be done: what a session that has begun was asked for is nobody's any more, and nothing has to look for it.
 */
async function standBehind(
  tx: Transaction,
  { registrationId, eventId }: Attendee,
  { requestId, reason, grid }: { requestId: string; reason: string; grid: GridView | null },
  now: Date,
): Promise<Result<null, "asked_enough" | "too_many">> {
  const theirs = and(
    eq(sessionRequestAsker.registrationId, registrationId),
    ne(sessionRequestAsker.requestId, requestId),
    isNull(sessionRequest.settledAt),
  );
  const { kind, pitchId, otherId } = sessionRequest;
  const asks = await tx
    .select({ kind, pitchId, otherId })
    .from(sessionRequestAsker)
    .innerJoin(sessionRequest, eq(sessionRequest.id, sessionRequestAsker.requestId))
    .where(theirs);
  const open = asks.filter((wanted) => mayAsk(wanted, grid, now.getTime()));
  if (open.length >= MOST.requests) return refused("asked_enough");
  const spent = await spend(tx, [{ limit: "request_by_registration", by: registrationId }], now);
  if (!spent.ok) return spent;
  await tx
    .insert(sessionRequestAsker)
    .values({ requestId, registrationId, reason, askedAt: now })
    .onConflictDoUpdate({
      target: [sessionRequestAsker.requestId, sessionRequestAsker.registrationId],
      set: { reason: sql`coalesce(nullif(excluded.reason, ''), ${sessionRequestAsker.reason})` },
    });
  // The log keeps that it was asked, and not by whom.
  const by = { eventId, at: now, actor: "camper", actorId: null } as const;
  await record(tx, { ...by, act: "ask_request", subjectId: requestId });
  await bump(tx, eventId, ["draft"]);
  return granted(null);
}

/**
 * Asks it no more; what nobody asks is gone. Safe to repeat: what was answered stays so, and what is not theirs is nothing.
 */
export async function stopAsking(
  db: Database,
  { registrationId, eventId }: Attendee,
  requestId: string,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const here = and(
      eq(sessionRequest.id, requestId),
      eq(sessionRequest.eventId, eventId),
      isNull(sessionRequest.settledAt),
    );
    const [open] = await tx.select({ id: sessionRequest.id }).from(sessionRequest).where(here);
    if (!open) return granted(null);
    const theirs = and(
      eq(sessionRequestAsker.requestId, requestId),
      eq(sessionRequestAsker.registrationId, registrationId),
    );
    await tx.delete(sessionRequestAsker).where(theirs);
    if ((await tx.$count(sessionRequestAsker, eq(sessionRequestAsker.requestId, requestId))) === 0)
      await tx.delete(sessionRequest).where(here);
    await bump(tx, eventId, ["draft"]);
    return granted(null);
  });
}
