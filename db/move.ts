/** One registration moved to another status: written, entered in the book, and what it freed passed on. */
import { eq } from "drizzle-orm";
import { type Entry, record } from "#db/audit.ts";
import { bump } from "#db/live.ts";
import type { event } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { fillFreePlaces } from "#db/waiting.ts";
import type { Status } from "#domain/registration.ts";

type Step = Pick<Entry, "actor" | "actorId" | "act" | "reason"> & { to: Status };

/**
 * Moves somebody. Back in the line they are asked by mail again, also where it came back before. Whether the table of transitions allows it is asked before; the camp's row must be locked
 * by this transaction.
 *
 * @param step who does it, what it is called in the book, and where it leads
 */
export async function moveTo(
  tx: Transaction,
  camp: typeof event.$inferSelect,
  known: RegistrationRow,
  { to, ...step }: Step,
  now: Date,
): Promise<void> {
  await tx
    .update(registration)
    .set({ status: to, offeredUntil: null, changedAt: now, ...(to === "waiting" && { bouncedAt: null }) })
    .where(eq(registration.id, known.id));
  await record(tx, { eventId: camp.id, at: now, subjectId: known.id, from: known.status, to, ...step });
  await fillFreePlaces(tx, camp, now);
  await bump(tx, camp.id, ["people"]);
}
