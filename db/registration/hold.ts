import { and, eq, isNull } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { holdUntil } from "#domain/registration/hold.ts";

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
