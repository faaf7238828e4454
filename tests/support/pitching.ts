/** A camp in the middle of pitching, for tests about pitches, hands and what screens show of them. */
import { randomBytes } from "node:crypto";
import type { Database } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import { newId } from "#db/id.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import type { Phase } from "#domain/event.ts";
import { BLANK_PITCH, type PitchForm } from "#domain/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import type { Organiser } from "#tests/support/camp.ts";

/** A moment of the camp's day. */
export const MORNING = new Date("2026-07-14T09:30:00Z");

export type PitchingCamp = { eventId: string; slug: string; sectorId: string };

/** A camp of 130 places on 14 July in Birmingham. */
export async function pitchingCamp(
  db: Database,
  phase: Phase = "pitching",
  startsAt = new Date("2026-07-14T08:00:00Z"),
): Promise<PitchingCamp> {
  const day = startsAt.toISOString().slice(0, 10);
  const [eventId, sectorId] = [newId(), newId()];
  const slug = `camp-${randomBytes(4).toString("hex")}`;
  await db.insert(event).values({
    id: eventId,
    slug,
    name: "Brum Camp",
    strapline: "For people who make public services make sense",
    place: "The Exchange, Birmingham",
    day,
    startsAt,
    zone: "Europe/London",
    capacity: 130,
    phase,
  });
  await insertFirstDay(db, { id: eventId, day, startsAt, phase });
  await db.insert(liveVersion).values({ eventId });
  await db.insert(sector).values({ id: sectorId, eventId, name: "Local government", position: 0 });
  return { eventId, slug, sectorId };
}

let rank = 0;

/** Somebody with a place. */
export async function camper(
  db: Database,
  camp: Pick<PitchingCamp, "eventId" | "sectorId">,
  name: string,
): Promise<Attendee> {
  const registrationId = newId();
  rank += 1;
  await db.insert(registration).values({
    id: registrationId,
    eventId: camp.eventId,
    email: `${rank}@example.org`,
    name,
    sectorId: camp.sectorId,
    status: "confirmed",
    rank,
    registeredAt: MORNING,
  });
  return { registrationId, eventId: camp.eventId, name } as Attendee;
}

/** An organiser of the camp. */
export async function organiser(db: Database, camp: PitchingCamp, name = "Dan"): Promise<Organiser> {
  const personId = newId();
  rank += 1;
  await db.insert(person).values({ id: personId, email: `${rank}@example.org`, name });
  await db.insert(role).values({ eventId: camp.eventId, personId, role: "organiser" });
  return { personId, eventId: camp.eventId, name } as Organiser;
}

/** What a phone sends to pitch, with a fresh id. */
export function pitchForm(title: string, rest: Partial<PitchForm> = {}): PitchForm {
  return { ...BLANK_PITCH, id: newId(), title, ...rest };
}
