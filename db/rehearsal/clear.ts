/** The end of a copy: it goes with everybody made up, their phones and all that they did. */
import { and, eq, inArray, like, or } from "drizzle-orm";
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
  const phones = tx
    .select({ id: ticket.deviceId })
    .from(ticket)
    .innerJoin(registration, eq(registration.id, ticket.registrationId))
    .where(eq(registration.eventId, eventId));
  const ids = madeUp.map(({ id }) => id);
  const ended = await tx
    .delete(device)
    .where(or(inArray(device.personId, ids), inArray(device.id, phones)))
    .returning({ id: device.id });
  await tx.delete(person).where(inArray(person.id, ids));
  await tx.delete(event).where(eq(event.id, eventId));
  // Neither refers to its camp.
  await takeUnsettled(tx, eventId);
  await tx.delete(uncounted).where(eq(uncounted.eventId, eventId));
  await bumpStanding(
    tx,
    [...crew, ...ended].map(({ id }) => id),
  );
}
