/** One person of a camp as its crew sees them: what they told us, and all that happened to them. */
import { and, desc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { listPeople } from "#db/people.ts";
import { audit } from "#db/schema/audit.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import type { HistoryEntry, PersonDetail } from "#domain/history.ts";
import type { Crew, Organiser } from "#domain/viewer.ts";

/** Everybody with what they asked for the day: for organisers, who were promised to be its only readers. */
export async function listDetails(db: Store, organiser: Organiser): Promise<PersonDetail[]> {
  const [people, told] = [
    await listPeople(db, organiser),
    await db
      .select({ id: registration.id, access: registration.access, photos: registration.photos })
      .from(registration)
      .where(eq(registration.eventId, organiser.eventId)),
  ];
  const byId = new Map(told.map((row) => [row.id, row]));
  return people.map((row) => ({
    ...row,
    access: byId.get(row.id)?.access ?? "",
    photos: byId.get(row.id)?.photos ?? false,
  }));
}

/** One person of this crew's camp, or null. What they asked for the day is empty for all but organisers. */
export async function findPerson(
  db: Store,
  crew: Crew,
  registrationId: string,
): Promise<PersonDetail | null> {
  const found = (await listPeople(db, crew)).find((row) => row.id === registrationId);
  if (!found) return null;
  const [told] = await db
    .select({ access: registration.access, photos: registration.photos })
    .from(registration)
    .where(eq(registration.id, registrationId));
  const access = crew.role === "organiser" ? (told?.access ?? "") : "";
  return { ...found, access, photos: told?.photos ?? false };
}

/** What happened to a person, newest first. Another camp's people have no history here. */
export async function listHistory(db: Store, crew: Crew, registrationId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .select({ entry: audit, by: person.name })
    .from(audit)
    .leftJoin(person, eq(person.id, audit.actorId))
    .where(and(eq(audit.eventId, crew.eventId), eq(audit.subjectId, registrationId)))
    .orderBy(desc(audit.at), desc(audit.id));
  return rows.map(({ entry: { id, at, actor, act, from, to, reason }, by }) => {
    return { id, at: at.toISOString(), actor, by, act, from, to, reason };
  });
}
