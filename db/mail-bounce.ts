import { and, eq, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { bump } from "#db/live.ts";
import type { Concerning } from "#db/mail.ts";
import { startHold } from "#db/registration/hold.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

/** Marks the registration a bounced mail was about, if any: its offer's time waits until somebody mends the address. */
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
