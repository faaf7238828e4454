import { and, asc, desc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { WITH_CODE } from "#domain/mail-facts.ts";
import type { Claim } from "#domain/registration/claim.ts";
import { type Holding, holdUntil } from "#domain/registration/hold.ts";

/** Starts the time of a place held for an unproven address, once: when the mail with the code has gone. */
export async function startHold(tx: Transaction, registrationId: string, now: Date): Promise<void> {
  const waitsForMail = and(
    eq(registration.id, registrationId),
    eq(registration.status, "held"),
    isNull(registration.heldUntil),
  );
  const [camp] = await tx
    .select({ startsAt: event.startsAt, zone: event.zone, holdHours: event.holdHours })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(waitsForMail);
  if (!camp) return;
  const heldUntil = new Date(holdUntil(now.getTime(), { ...camp, startsAt: camp.startsAt.getTime() }));
  await tx.update(registration).set({ heldUntil }).where(waitsForMail);
}

type Addressee = { eventId: string; email: string };

/**
 * Until when the place is held that a claim tells of, by the clock of a newcomer's: the first mail with a code since it
 * was told begins it, and nothing that went to this mailbox before.
 */
export async function readClaimHold(
  store: Store,
  to: Addressee,
  { since, heldUntil }: Pick<Claim, "heldUntil"> & { since: string },
  camp: Holding,
): Promise<Date | null> {
  if (heldUntil) return new Date(heldUntil);
  const [first] = await store
    .select({ sentAt: outbox.sentAt })
    .from(outbox)
    .where(and(codeMails(to), gte(outbox.sentAt, new Date(since))))
    .orderBy(asc(outbox.sentAt))
    .limit(1);
  return first?.sentAt ? new Date(holdUntil(first.sentAt.getTime(), camp)) : null;
}

/** When the newest mail with a code went, of those since then; null while it is on its way. */
export async function readCodeSent(store: Store, to: Addressee, since: Date): Promise<Date | null> {
  const fromThen = or(isNull(outbox.sentAt), gte(outbox.sentAt, since));
  const [newest] = await store
    .select({ sentAt: outbox.sentAt })
    .from(outbox)
    .where(and(codeMails(to), fromThen))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(1);
  return newest?.sentAt ?? null;
}

const codeMails = ({ eventId, email }: Addressee) =>
  and(
    eq(outbox.recipient, email),
    eq(outbox.eventId, eventId),
    inArray(outbox.kind, WITH_CODE),
    isNull(outbox.secondOf),
  );
