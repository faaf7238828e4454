import { and, desc, eq, gt, or, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { hashToken } from "#db/id.ts";
import { device, ticket } from "#db/schema/device.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { inOrder } from "#domain/permission.ts";
import { type Status, TAKES_PART, takesPart } from "#domain/registration.ts";
import { type Attendee, type Crew, NOBODY, type Owner, type Viewer } from "#domain/viewer.ts";

/**
 * Who holds this cookie, in one read. The only place that makes `Attendee`, `Crew` and `Owner`.
 * @param eventId the camp they are at, or null where there is none: then tickets and roles stay null
 */
export async function findViewer(db: Store, token: string | null, eventId: string | null): Promise<Viewer> {
  if (!token) return NOBODY;
  const [found] = await db
    .select({
      deviceId: device.id,
      person: { id: person.id, name: person.name, email: person.email, owner: person.owner },
    })
    .from(device)
    .leftJoin(person, eq(person.id, device.personId))
    .where(and(eq(device.tokenHash, hashToken(token)), gt(device.expiresAt, new Date())));
  if (!found) return NOBODY;
  const who: Viewer = {
    ...NOBODY,
    deviceId: found.deviceId,
    person: found.person && { id: found.person.id, name: found.person.name, email: found.person.email },
    owner: found.person?.owner ? ({ personId: found.person.id } as Owner) : null,
  };
  if (!eventId) return who;
  const [held, crew] = await Promise.all([findTicket(db, who, eventId), findCrew(db, who, eventId)]);
  const [registrationId, pass] = [held?.id ?? null, held?.pass ?? false];
  return { ...who, registrationId, pass, attendee: held && attendeeOf(held, eventId), crew };
}

type Held = { id: string; name: string; status: Status; pass: boolean };

function attendeeOf(held: Held, eventId: string): Attendee | null {
  if (!takesPart(held.status)) return null;
  return { registrationId: held.id, eventId, name: held.name } as Attendee;
}

/** The registration this device may act for: by a ticket or a pass it holds, or signed in with its address. */
async function findTicket(db: Store, who: Viewer, eventId: string): Promise<Held | null> {
  const mine = sql`${ticket.deviceId} = ${who.deviceId} and ${ticket.registrationId} = ${registration.id}`;
  const whole = sql`exists (select 1 from ${ticket} where ${mine} and ${ticket.passUntil} is null)`;
  const pass = sql`exists (select 1 from ${ticket} where ${mine} and ${gt(ticket.passUntil, new Date())})`;
  const held = sql`(${whole} or ${pass})`;
  const signedIn = who.person ? eq(registration.email, who.person.email) : sql`false`;
  const [row] = await db
    .select({
      id: registration.id,
      name: registration.name,
      status: registration.status,
      pass: sql<boolean>`not (${whole} or ${signedIn})`,
    })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), or(held, signedIn)))
    // Whoever registered twice on one browser acts as the one with a place, and else as the latest.
    .orderBy(sql`${held} desc`, sql`${registration.status} = ${TAKES_PART} desc`, desc(registration.rank))
    .limit(1);
  return row ?? null;
}

async function findCrew(db: Store, who: Viewer, eventId: string): Promise<Crew | null> {
  if (!who.person) return null;
  const rows = await db
    .select({ role: role.role })
    .from(role)
    .where(and(eq(role.eventId, eventId), eq(role.personId, who.person.id)));
  if (rows.length === 0) return null;
  const roles = inOrder(rows.map((row) => row.role));
  return { personId: who.person.id, eventId, name: who.person.name, roles } as Crew;
}
