/** Mail that came back: the registration is marked, so that an offer's clock waits until somebody mends the address. */
import { and, eq, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { startHold } from "#db/hold.ts";
import { bump } from "#db/live.ts";
import type { DueLetter } from "#db/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";

/** Marks whom a refused letter was about. One that is about nobody's registration changes nothing. */
export async function markBounced(tx: Transaction, letter: DueLetter, now: Date): Promise<void> {
  const id = letter.facts.registrationId;
  if (!id || !letter.eventId) return;
  const marked = await tx
    .update(registration)
    .set({ bouncedAt: now })
    .where(
      and(eq(registration.id, id), eq(registration.email, letter.recipient), isNull(registration.bouncedAt)),
    )
    .returning({ id: registration.id });
  if (marked.length === 0) return;
  // A place is not held for ever for an address that does not exist.
  await startHold(tx, id, now);
  await record(tx, {
    eventId: letter.eventId,
    at: now,
    actor: "system",
    actorId: null,
    act: "bounce",
    subjectId: id,
  });
  await bump(tx, letter.eventId, ["people"]);
}
