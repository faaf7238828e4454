/** The pauses of a camp's line, as the clock sees them. The camp's row must be locked. */
import { and, eq, lte, min } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { CLOCK, type EventRow } from "#db/registration/move.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

export type Resumed = { id: string; email: string };

/** Ends the pauses whose day has come. @returns whose: they are served again, and not told yet */
export async function endPauses(tx: Transaction, camp: EventRow, now: Date): Promise<Resumed[]> {
  const resumed = await tx
    .update(registration)
    .set({ pausedUntil: null, changedAt: now })
    .where(and(eq(registration.eventId, camp.id), lte(registration.pausedUntil, now)))
    .returning({ id: registration.id, email: registration.email });
  await record(
    tx,
    resumed.map(({ id }) => ({ eventId: camp.id, at: now, ...CLOCK, act: "end_pause", subjectId: id })),
  );
  return resumed;
}

/** Tells those who wait on that their pause is over; an offer tells the others. */
export async function tellResumed(
  tx: Transaction,
  camp: EventRow,
  resumed: readonly Resumed[],
): Promise<void> {
  await post(
    tx,
    resumed.map(({ id, email }) => ({
      eventId: camp.id,
      kind: "pause_over" as const,
      occasion: newId(),
      recipient: email,
      facts: { registrationId: id },
    })),
  );
}

/** When the first pause ends, milliseconds since 1970; null where nobody has paused. */
export async function nextPauseEnd(tx: Transaction, eventId: string): Promise<number | null> {
  const [row] = await tx
    .select({ at: min(registration.pausedUntil) })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  return row?.at?.getTime() ?? null;
}
