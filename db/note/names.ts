/** The names of everybody at a camp, for notes that are to have none of them. */
import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { person, role } from "#db/schema/person.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { type Names, namesOf } from "#domain/note/names.ts";

/** Whoever ever registered there, its crew, and hosts whom a campmaker typed. */
export async function readNames(db: Store, eventId: string): Promise<Names> {
  const registered = await db
    .select({ name: registration.name })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  const crew = await db
    .select({ name: person.name })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(eq(role.eventId, eventId));
  const hosts = await db
    .select({ name: pitchHost.name })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(eq(pitch.eventId, eventId));
  return namesOf([...registered, ...crew, ...hosts].map(({ name }) => name));
}
