/** The crew of a camp: organisers and campmakers, invited by mail, never without an organiser. */

import { and, asc, eq, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { device } from "#db/schema/device.ts";
import { person, role } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { Act } from "#domain/history.ts";
import { sameAddress } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Crew, Organiser, Role } from "#domain/viewer.ts";

export type CrewMember = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** Whether they have ever signed in anywhere. */
  arrived: boolean;
};

/** Everybody who helps to run the camp, organisers first. */
export async function listCrew(db: Store, crew: Crew): Promise<CrewMember[]> {
  const arrived = sql<boolean>`exists (select 1 from ${device} where ${device.personId} = ${person.id})`;
  return db
    .select({ personId: person.id, name: person.name, email: person.email, role: role.role, arrived })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(eq(role.eventId, crew.eventId))
    .orderBy(sql`${role.role} = 'organiser' desc`, asc(person.name));
}

/**
 * Invites somebody, or changes what they are. A first invitation is mailed; inviting somebody twice to
 * the same thing changes nothing and sends nothing.
 *
 * @param origin the house's own address, for the link in the letter
 * @returns refused `last_organiser` when the camp's only organiser would become a campmaker
 */
export async function inviteCrew(
  db: Database,
  organiser: Organiser,
  { name, email, role: wanted, origin }: { name: string; email: string; role: Role; origin: string },
  now: Date,
): Promise<Result<null, "not_found" | "last_organiser">> {
  const { eventId } = organiser;
  return transact(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    const address = sameAddress(email);
    const personId = await findOrMake(tx, address, name);
    const before = await roleOf(tx, eventId, personId);
    if (before === wanted) return granted(null);
    if (before === "organiser" && (await countOrganisers(tx, eventId)) === 1)
      return refused("last_organiser");
    await tx
      .insert(role)
      .values({ eventId, personId, role: wanted })
      .onConflictDoUpdate({ target: [role.eventId, role.personId], set: { role: wanted } });
    const facts = { camp: camp.name, by: organiser.name, role: wanted, link: `${origin}/sign-in` };
    const occasion = `${eventId}:${personId}:${now.toISOString()}`;
    if (!before) await post(tx, { eventId, kind: "invited", occasion, recipient: address, facts });
    await book(tx, organiser, "invite", personId, now, before, wanted);
    return granted(null);
  });
}

/** Takes somebody off the crew, oneself included. Refused `last_organiser` for the only one; repeating changes nothing. */
export async function removeCrew(
  db: Database,
  organiser: Organiser,
  personId: string,
  now: Date,
): Promise<Result<null, "not_found" | "last_organiser">> {
  const { eventId } = organiser;
  return transact(db, async (tx) => {
    // The camp's row makes two organisers who remove each other take turns.
    if (!(await lockEvent(tx, eventId))) return refused("not_found");
    const before = await roleOf(tx, eventId, personId);
    if (!before) return granted(null);
    if (before === "organiser" && (await countOrganisers(tx, eventId)) === 1)
      return refused("last_organiser");
    await tx.delete(role).where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
    await book(tx, organiser, "remove_crew", personId, now, before, null);
    return granted(null);
  });
}

async function findOrMake(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.insert(person).values({ id: newId(), email, name }).onConflictDoNothing({ target: person.email });
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  return row!.id;
}

async function roleOf(tx: Transaction, eventId: string, personId: string): Promise<Role | null> {
  const [row] = await tx
    .select({ role: role.role })
    .from(role)
    .where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
  return row?.role ?? null;
}

const countOrganisers = (tx: Transaction, eventId: string) =>
  tx.$count(role, and(eq(role.eventId, eventId), eq(role.role, "organiser")));

async function book(
  tx: Transaction,
  { eventId, personId: actorId }: Organiser,
  act: Act,
  subjectId: string,
  at: Date,
  from: Role | null,
  to: Role | null,
) {
  await record(tx, { eventId, at, actor: "crew", actorId, act, subjectId, from, to });
}
