/** Standing by: who waits and can be there at once says so, and is called when a place comes free on the day. */
import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { lockOwn, type OwnRefusal } from "#db/registration/answer.ts";
import { ready } from "#db/registration/place.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import { isOver, type Phase } from "#domain/event.ts";
import { MOST } from "#domain/limits.ts";
import type { Refusal } from "#domain/refusal.ts";
import { runsUntil } from "#domain/registration/offer.ts";
import { type Called, callsStandby, mayStandBy } from "#domain/registration/standby.ts";
import { IN_LINE } from "#domain/registration/status.ts";
import { isProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { firstNameOf } from "#domain/ticket.ts";

export type StandbyRefusal = Extract<Refusal, OwnRefusal | "camp_over" | "not_proven">;

/**
 * Has somebody in the line stand by, or no more. A place that is free on the day is theirs to answer at once. Safe to repeat.
 * @param by null to stand by no more; `named` where they agree that the screen by the door shows their first name
 * @param page the private page's token; refused `not_possible_now` when it has become a claim since, or who does not wait,
 *   `not_proven` where no mail reaches them
 */
export async function standBy(
  db: Database,
  registrationId: string,
  by: { named: boolean } | null,
  now: Date,
  page?: string,
): Promise<Result<null, StandbyRefusal>> {
  return transact<null, StandbyRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const namedAtDoor = by?.named ?? false;
    const same = (known.standsBySince !== null) === (by !== null) && known.namedAtDoor === namedAtDoor;
    if (same) return granted(null);
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    if (by && !mayStandBy(camp.phase, known.status)) return refused("not_possible_now");
    if (by && !isProven(known)) return refused("not_proven");
    const standsBySince = by ? (known.standsBySince ?? now) : null;
    // Whoever is there waits no longer for a morning.
    const pausedUntil = by ? null : known.pausedUntil;
    const set = { standsBySince, namedAtDoor, pausedUntil, changedAt: now };
    await tx.update(registration).set(set).where(eq(registration.id, known.id));
    const who = { actor: "camper", actorId: known.id } as const;
    const act = by ? "stand_by" : "stand_down";
    await record(tx, { eventId: camp.id, at: now, ...who, act, subjectId: known.id });
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}

/** How many could be called, in a line that is served on the day. */
export async function countStandby(store: Store, eventId: string): Promise<number> {
  const { standsBySince, status } = registration;
  const [row] = await store
    .select({ people: count() })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(status, IN_LINE), ready, isNotNull(standsBySince)));
  return row?.people ?? 0;
}

/** Who is called to a place now, the first called first; by first name only where they agreed. At most `MOST.called`. */
export async function readCalled(
  store: Store,
  { id: eventId, phase }: { id: string; phase: Phase },
): Promise<Called> {
  const waiting = await countStandby(store, eventId);
  if (!callsStandby(phase)) return { open: false, people: [], others: 0, waiting };
  const { name, namedAtDoor, offeredUntil, bouncedAt, rank, status } = registration;
  const rows = await store
    .select({ name, namedAtDoor, offeredUntil, bouncedAt })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(status, "offered")))
    .orderBy(asc(offeredUntil), asc(rank))
    .limit(MOST.called);
  const named = rows.filter((row) => row.namedAtDoor);
  return {
    open: true,
    people: named.map((row) => ({
      name: firstNameOf(row.name),
      until: runsUntil(row)?.toISOString() ?? null,
    })),
    others: rows.length - named.length,
    waiting,
  };
}
