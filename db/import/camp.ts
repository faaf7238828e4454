import { eq, or, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Store } from "#db/connection.ts";
import { insertFirstDay } from "#db/day.ts";
import { newId } from "#db/id.ts";
import { event, sector } from "#db/schema/event.ts";
import { liveVersion } from "#db/schema/live.ts";
import { person, role } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import { NEW_CAMP } from "#domain/import/additions.ts";
import { SHORTEST_SLUG } from "#domain/limits.ts";
import { suggestSlug } from "#domain/slug.ts";

/** What no spreadsheet says. */
export type NewCamp = {
  name: string;
  place: string;
  /** Where its people work; at least one. */
  sectors: readonly string[];
  zone: string;
  /** Its first day, `YYYY-MM-DD`, and when doors open. */
  day: string;
  startsAt: Date;
};

/** A camp by its name or slug, in any case. For `npm run import`. */
export async function findByName(
  db: Store,
  name: string,
): Promise<{ id: string; slug: string; zone: string; day: string } | null> {
  const plain = name.trim().toLowerCase();
  const [camp] = await db
    .select({ id: event.id, slug: event.slug, zone: event.zone, day: event.day })
    .from(event)
    .where(or(eq(event.slug, plain), eq(sql`lower(${event.name})`, plain)))
    .orderBy(event.createdAt)
    .limit(1);
  return camp ?? null;
}

/**
 * Starts a draft, organised by every owner of the installation, so that somebody can.
 * @param camp its slug is made from its name, or from what is random in its id where that gives none
 * @throws the violation of `event_slug_is_taken` when another camp has that slug
 */
export async function startDraft(
  tx: Transaction,
  camp: NewCamp,
  now: Date,
): Promise<{ id: string; slug: string }> {
  const { name, place, zone, day, startsAt } = camp;
  const id = newId();
  const slug = addressFor(name) ?? `camp-${id.slice(-8)}`;
  await tx.insert(event).values({ id, slug, name, place, zone, day, startsAt, capacity: NEW_CAMP.capacity });
  await insertFirstDay(tx, { id, day, startsAt });
  await tx.insert(liveVersion).values({ eventId: id });
  await tx
    .insert(sector)
    .values(camp.sectors.map((title, position) => ({ id: newId(), eventId: id, name: title, position })));
  await organisedByOwners(tx, id);
  const entry = { eventId: id, at: now, actor: "system", actorId: null, act: "start_camp" } as const;
  await record(tx, { ...entry, subjectId: id, to: slug });
  return { id, slug };
}

/** Makes every owner of the installation an organiser of a new camp. */
export async function organisedByOwners(tx: Transaction, eventId: string): Promise<void> {
  const owners = await tx.select({ id: person.id }).from(person).where(eq(person.owner, true));
  for (const { id: personId } of owners)
    await tx.insert(role).values({ eventId, personId, role: "organiser" });
}

/** Null where the name gives none. */
export function addressFor(name: string): string | null {
  const slug = suggestSlug(name);
  return slug.length >= SHORTEST_SLUG ? slug : null;
}
