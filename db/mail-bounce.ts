/** Mail that came back: the registration is marked, so that an offer's clock waits until somebody mends the address. */
import { and, eq, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { startHold } from "#db/hold.ts";
import { bump } from "#db/live.ts";
import type { Concerning } from "#db/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

/** Marks whom a refused mail was about. One that is about nobody's registration changes nothing. */
export async function markBounced(tx: Transaction, mail: Concerning, now: Date): Promise<void> {
  const id = mail.facts.registrationId;
  if (!id || !mail.eventId) return;
  const marked = await tx
    .update(registration)
    .set({ bouncedAt: now })
    .where(
      and(eq(registration.id, id), eq(registration.email, mail.recipient), isNull(registration.bouncedAt)),
    )
    .returning({ id: registration.id });
  if (marked.length === 0) return;
  // A place is not held for ever for an address that does not exist.
  await startHold(tx, id, now);
  await record(tx, {
    eventId: mail.eventId,
    at: now,
    actor: "system",
    actorId: null,
    act: "bounce",
    subjectId: id,
  });
  await bump(tx, mail.eventId, ["people"]);
}
