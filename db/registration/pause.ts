/** A pause in the line: its owner begins it and may end it, and otherwise the clock does. The turn is kept. */
import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { lockOwn, type OwnRefusal } from "#db/registration/answer.ts";
import type { EventRow } from "#db/registration/move.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { pauseUntil } from "#domain/registration/pause.ts";
import { isWaiting } from "#domain/registration/status.ts";
import { isProven } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type PauseRefusal = Extract<Refusal, OwnRefusal | "not_open" | "camp_over" | "pause_day">;

/**
 * Passes over somebody in the line until the morning of a day. Safe to repeat; another day takes the place of the first.
 * @param day `YYYY-MM-DD` on the camp's clocks; refused `pause_day` where no pause may end
 * @param page the private page's token; refused `not_possible_now` when it has become a claim since
 */
export async function pauseTurn(
  db: Database,
  registrationId: string,
  day: string,
  now: Date,
  page?: string,
): Promise<Result<Date, PauseRefusal>> {
  return transact<Date, PauseRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    const times = await readTimes(tx, camp);
    if (isOver(camp.phase, times.endsAt, now.getTime())) return refused("camp_over");
    if (!permits(camp.phase, "answer")) return refused("not_open");
    if (!isWaiting(known.status) || !isProven(known)) return refused("not_possible_now");
    const end = pauseUntil(day, now.getTime(), times);
    if (end === null) return refused("pause_day");
    const pausedUntil = new Date(end);
    if (known.pausedUntil?.getTime() === pausedUntil.getTime()) return granted(pausedUntil);
    await setPause(tx, camp, registrationId, pausedUntil, now);
    return granted(pausedUntil);
  });
}

/** Ends one's own pause: a free place may be offered at once. Safe to repeat. */
export async function endPause(
  db: Database,
  registrationId: string,
  now: Date,
  page?: string,
): Promise<Result<null, OwnRefusal>> {
  return transact<null, OwnRefusal>(db, async (tx) => {
    const own = await lockOwn(tx, registrationId, now, page);
    if (!own.ok) return own;
    const { camp, known } = own.value;
    if (known.pausedUntil === null) return granted(null);
    await setPause(tx, camp, registrationId, null, now);
    await settlePlaces(tx, camp, now);
    return granted(null);
  });
}

async function setPause(
  tx: Transaction,
  { id: eventId }: EventRow,
  registrationId: string,
  pausedUntil: Date | null,
  now: Date,
): Promise<void> {
  await tx
    .update(registration)
    .set({ pausedUntil, changedAt: now })
    .where(eq(registration.id, registrationId));
  const act = pausedUntil ? "pause" : "end_pause";
  const by = { actor: "camper", actorId: registrationId } as const;
  await record(tx, { eventId, at: now, ...by, act, subjectId: registrationId });
  await bump(tx, eventId, ["people"]);
}
