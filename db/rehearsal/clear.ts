/** The end of a copy: it goes with everybody made up, their phones and all that they did. */
import { and, eq, inArray, isNull, like, notExists, or } from "drizzle-orm";
import { forgetAccounts } from "#db/erasure/account.ts";
import { bumpStanding } from "#db/live.ts";
import { device, ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { uncounted } from "#db/schema/uncounted.ts";
import type { Transaction } from "#db/transaction.ts";
import { takeUnsettled } from "#db/unsettled.ts";
import { standInAddress } from "#domain/email-address.ts";

/** Safe to repeat. @param camp the one that was rehearsed */
export async function clearCopies(tx: Transaction, camp: string): Promise<void> {
  const copies = await tx
    .select({ id: event.id })
    .from(event)
    .where(eq(event.rehearsalOf, camp))
    .for("update");
  for (const { id } of copies) await clear(tx, id);
}

async function clear(tx: Transaction, eventId: string): Promise<void> {
  const crew = await tx
    .selectDistinct({ id: person.id, email: person.email })
    .from(person)
    .innerJoin(role, and(eq(role.personId, person.id), eq(role.eventId, eventId)));
  const madeUp = await tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(role, and(eq(role.personId, person.id), eq(role.eventId, eventId)))
    .where(like(person.email, standInAddress("%")));
  const ids = madeUp.map(({ id }) => id);
  const phones = await endTickets(tx, eventId);
  const elsewhere = tx.select({ id: ticket.deviceId }).from(ticket).where(eq(ticket.deviceId, device.id));
  // A real one that held a ticket of somebody made up, as after a scan of their badge, stays what else it is.
  const nobodys = and(inArray(device.id, phones), isNull(device.personId), notExists(elsewhere));
  const ended = await tx
    .delete(device)
    .where(or(inArray(device.personId, ids), nobodys))
    .returning({ id: device.id });
  await tx.delete(person).where(inArray(person.id, ids));
  await tx.delete(event).where(eq(event.id, eventId));
  // Whoever was invited to it alone, by whatever address.
  await forgetAccounts(tx, crew);
  // Neither refers to its camp.
  await takeUnsettled(tx, eventId);
  await tx.delete(uncounted).where(eq(uncounted.eventId, eventId));
  await bumpStanding(tx, [...crew.map(({ id }) => id), ...ended.map(({ id }) => id), ...phones]);
}

/** @returns the devices that held one */
async function endTickets(tx: Transaction, eventId: string): Promise<string[]> {
  const copied = tx
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  const ended = await tx
    .delete(ticket)
    .where(inArray(ticket.registrationId, copied))
    .returning({ id: ticket.deviceId });
  const ids = [...new Set(ended.map(({ id }) => id))];
  await tx.update(device).set({ stranger: true }).where(inArray(device.id, ids));
  return ids;
}
