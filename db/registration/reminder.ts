/** Reminds of offers at half of their time, once each. The camp's row must be locked. */
import { and, eq, inArray, lte } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { CLOCK, type EventRow } from "#db/registration/move.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { isReminderDue, reminderAt } from "#domain/registration/reminder.ts";

/** When whoever is offered a place now is reminded of it; null where the offer is too short for that. */
export function remindOf(now: Date, until: Date, zone: string): Date | null {
  const at = reminderAt(now.getTime(), until.getTime(), zone);
  return at === null ? null : new Date(at);
}

/** Mails those whose reminder is due, and marks it as given. @returns how many */
export async function remindOffers(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  if (!permits(camp.phase, "answer")) return 0;
  const { id, eventId, status, email, remindAt, offeredUntil, bouncedAt } = registration;
  const open = await tx
    .select({ id, email, remindAt, offeredUntil, bouncedAt })
    .from(registration)
    .where(and(eq(eventId, camp.id), eq(status, "offered"), lte(remindAt, now)));
  const due = open.filter((offer) => isReminderDue(offer, now, camp.zone));
  if (due.length === 0) return 0;
  const ids = due.map((offer) => offer.id);
  await tx.update(registration).set({ remindAt: null }).where(inArray(id, ids));
  await record(
    tx,
    ids.map((subjectId) => ({ eventId: camp.id, at: now, ...CLOCK, act: "remind_offer", subjectId })),
  );
  await post(
    tx,
    due.map((offer) => ({
      eventId: camp.id,
      kind: "offer_reminder" as const,
      occasion: newId(),
      recipient: offer.email,
      facts: { registrationId: offer.id, until: offer.offeredUntil!.toISOString() },
    })),
  );
  return due.length;
}
