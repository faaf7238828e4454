/** Makes visitors of the demo a camper or an organiser. Whether the demo is open is the handler's question. */
import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { holdTicket, rotateDevice } from "#db/device.ts";
import { eventViews } from "#db/event.ts";
import { readNextInLine } from "#db/registration/line.ts";
import { ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { signInDevice } from "#db/sign-in.ts";
import { transact } from "#db/transaction.ts";
import type { EventView } from "#domain/event.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type DemoCamp = EventView & { confirmed: number; waiting: number; entered: number };

/** In the order of a camp's life: the one still to come first. Bounded by the table of domain/demo/camp.ts. */
export async function listDemoCamps(db: Store): Promise<DemoCamp[]> {
  const camps = await db.select().from(event).where(eq(event.demo, true)).orderBy(asc(event.createdAt));
  const counts = await db
    .select({ eventId: registration.eventId, status: registration.status, people: count() })
    .from(registration)
    .where(
      and(
        inArray(
          registration.eventId,
          camps.map(({ id }) => id),
        ),
        inArray(registration.status, ["confirmed", "waiting", "entered"]),
      ),
    )
    .groupBy(registration.eventId, registration.status);
  const of = (eventId: string, status: string) =>
    counts.find((row) => row.eventId === eventId && row.status === status)?.people ?? 0;
  return (await eventViews(db, camps)).map((camp) => ({
    ...camp,
    confirmed: of(camp.id, "confirmed"),
    waiting: of(camp.id, "waiting"),
    entered: of(camp.id, "entered"),
  }));
}

type Camper = { registrationId: string; token: string | null };

/**
 * Gives a device the ticket of whoever was handed out least, so that visitors are different people while there are
 * enough of them. A device that has one keeps it.
 * @returns the device's new token for the cookie, null when it keeps its own; refused `not_found` for a camp that is no
 *   demo or has nobody left
 */
export async function beCamper(
  db: Database,
  deviceId: string,
  slug: string,
  now: Date,
): Promise<Result<Camper, "not_found">> {
  return transact<Camper, "not_found">(db, async (tx) => {
    // The camp's row is locked, so that two visitors at once are not handed the same person.
    const [camp] = await tx
      .select({ id: event.id })
      .from(event)
      .where(and(eq(event.slug, slug), eq(event.demo, true)))
      .for("update");
    if (!camp) return refused("not_found");
    const here = and(eq(registration.eventId, camp.id), eq(registration.status, TAKES_PART));
    const [mine] = await tx
      .select({ id: registration.id })
      .from(registration)
      .innerJoin(ticket, and(eq(ticket.registrationId, registration.id), eq(ticket.deviceId, deviceId)))
      .where(here);
    if (mine) return granted({ registrationId: mine.id, token: null });
    const [free] = await tx
      .select({ id: registration.id })
      .from(registration)
      .leftJoin(ticket, eq(ticket.registrationId, registration.id))
      .where(here)
      .groupBy(registration.id)
      .orderBy(asc(count(ticket.deviceId)), asc(registration.checkedInAt), asc(registration.rank))
      .limit(1);
    if (!free) return refused("not_found");
    await holdTicket(tx, deviceId, free.id);
    return granted({ registrationId: free.id, token: await rotateDevice(tx, deviceId, now) });
  });
}

/** Refused `not_found` when nobody can be offered a place. */
export async function findNextInLine(
  db: Store,
  slug: string,
): Promise<Result<{ registrationId: string }, "not_found">> {
  const [camp] = await db
    .select()
    .from(event)
    .where(and(eq(event.slug, slug), eq(event.demo, true)));
  const next = camp && (await readNextInLine(db, camp, new Date()));
  return next ? granted({ registrationId: next }) : refused("not_found");
}

/** @returns the device's new token for the cookie; refused `not_found` for a camp that is no demo */
export async function beOrganiser(
  db: Database,
  deviceId: string,
  slug: string,
  now: Date,
): Promise<Result<{ token: string }, "not_found">> {
  return transact(db, async (tx) => {
    const [crew] = await tx
      .select({ id: person.id })
      .from(person)
      .innerJoin(role, and(eq(role.personId, person.id), eq(role.role, "organiser")))
      .innerJoin(event, and(eq(event.id, role.eventId), eq(event.slug, slug), eq(event.demo, true)))
      .where(eq(person.owner, false))
      .orderBy(asc(role.createdAt))
      .limit(1);
    if (!crew) return refused("not_found");
    return granted({ token: await signInDevice(tx, deviceId, crew.id, now) });
  });
}
