import { and, eq, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { bump } from "#db/live.ts";
import type { Concerning } from "#db/mail.ts";
import { startHold } from "#db/registration/hold.ts";
import { registration } from "#db/schema/registration.ts";
import { transfer } from "#db/schema/transfer.ts";
import { stopSeconds } from "#db/second-address/ending.ts";
import type { Transaction } from "#db/transaction.ts";
import { endTransfer } from "#db/transfer/ending.ts";

/**
 * Marks the registration a bounced mail was about, if any: its offer's time waits until somebody mends the address. Of
 * one to a second address only that is marked.
 */
export async function markBounced(tx: Transaction, mail: Concerning, now: Date): Promise<void> {
  if (mail.facts.transferId) return endBounced(tx, mail.facts.transferId, now);
  const { recipient, eventId, secondOf } = mail;
  if (secondOf) {
    const failing = { email: recipient, eventId, registrationId: secondOf, at: now };
    return stopSeconds(tx, failing, "bounce", now);
  }
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

/** Nobody reads what a place was handed on to: it stays with its giver, who is told. */
async function endBounced(tx: Transaction, transferId: string, now: Date): Promise<void> {
  const [one] = await tx.select().from(transfer).where(eq(transfer.id, transferId));
  if (one) await endTransfer(tx, one, "bounced", now);
}
