/** Notes of the crew on somebody: read and written by whoever may move people, each changed by its writer alone. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { crewNote } from "#db/schema/crew-note.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { CrewNote } from "#domain/crew-note.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** In the order in which they were written, at most MOST.crewNotes; empty for somebody of another camp. */
export async function listCrewNotes(
  db: Store,
  { eventId }: May<"movePeople">,
  registrationId: string,
): Promise<CrewNote[]> {
  const rows = await db
    .select({ note: crewNote, name: person.name })
    .from(crewNote)
    .innerJoin(registration, eq(registration.id, crewNote.registrationId))
    .leftJoin(person, eq(person.id, crewNote.writerId))
    .where(and(eq(crewNote.registrationId, registrationId), eq(registration.eventId, eventId)))
    .orderBy(asc(crewNote.createdAt), asc(crewNote.id));
  return rows.map(({ note: { id, writerId, words, createdAt, changedAt }, name }) => ({
    ...{ id, words, at: createdAt.toISOString(), changedAt: changedAt?.toISOString() ?? null },
    by: writerId === null ? null : { id: writerId, name: name ?? "" },
  }));
}

/**
 * Writes a note. Safe to repeat with the same id.
 * @param id minted with the form
 * @returns refused `not_found` for somebody of another camp, `notes_full` once there are MOST.crewNotes
 */
export async function writeCrewNote(
  db: Database,
  { eventId, personId }: May<"movePeople">,
  registrationId: string,
  { id, words }: { id: string; words: string },
  now: Date,
): Promise<Result<null, "not_found" | "notes_full">> {
  return transact<null, "not_found" | "notes_full">(db, async (tx) => {
    // Locked, so that two at once count each other's.
    const [about] = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId)))
      .for("no key update");
    if (!about) return refused("not_found");
    const [known] = await tx
      .select({ of: crewNote.registrationId })
      .from(crewNote)
      .where(eq(crewNote.id, id));
    if (known) return known.of === registrationId ? granted(null) : refused("not_found");
    const written = await tx.$count(crewNote, eq(crewNote.registrationId, registrationId));
    if (written >= MOST.crewNotes) return refused("notes_full");
    await tx.insert(crewNote).values({ id, registrationId, writerId: personId, words, createdAt: now });
    return granted(null);
  });
}

/** Which note is one's own, of somebody of this camp. */
const own = (tx: Transaction, { eventId, personId }: May<"movePeople">, id: string) => {
  const people = tx
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  return and(eq(crewNote.id, id), eq(crewNote.writerId, personId), inArray(crewNote.registrationId, people));
};

/** Gives one's own note other words. @returns refused `not_found` for anybody else's */
export async function changeCrewNote(
  db: Database,
  crew: May<"movePeople">,
  id: string,
  words: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const [note] = await tx
      .select()
      .from(crewNote)
      .where(own(tx, crew, id));
    if (!note) return refused("not_found");
    if (note.words !== words)
      await tx.update(crewNote).set({ words, changedAt: now }).where(eq(crewNote.id, id));
    return granted(null);
  });
}

/** Deletes one's own note. Safe to repeat: one that is gone is deleted. */
export async function dropCrewNote(db: Database, crew: May<"movePeople">, id: string): Promise<void> {
  await db.transaction(async (tx) => tx.delete(crewNote).where(own(tx, crew, id)));
}
