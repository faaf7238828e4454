/** Who is named in a camp's code of conduct, chosen at its desk. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { changeCamp, markOf, type Outcome, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { contact } from "#db/schema/camp-page.ts";
import { person, role } from "#db/schema/person.ts";
import type { Transaction } from "#db/transaction.ts";
import type { ContactInput, ContactView } from "#domain/contact.ts";
import { MOST } from "#domain/limits.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** As the desk sees them. `personId` is null for somebody typed. */
export type ContactRow = ContactView & { personId: string | null; email: string };

/** Those who are named, in their order, at most MOST.contacts. Whoever has left the crew is not among them. */
export async function listContacts(db: Store, eventId: string): Promise<ContactRow[]> {
  const crew = db.select({ personId: role.personId }).from(role).where(eq(role.eventId, eventId));
  const rows = await db
    .select({
      id: contact.id,
      personId: contact.personId,
      name: sql<string>`coalesce(${person.name}, ${contact.name})`,
      email: sql<string>`coalesce(${person.email}, ${contact.email})`,
    })
    .from(contact)
    .leftJoin(person, eq(person.id, contact.personId))
    .where(
      and(
        eq(contact.eventId, eventId),
        sql`(${contact.personId} is null or ${inArray(contact.personId, crew)})`,
      ),
    )
    .orderBy(asc(contact.position), asc(contact.id))
    .limit(MOST.contacts);
  return rows;
}

/** What the log keeps: no address, and another id for another. */
type Shown = Pick<ContactRow, "id" | "personId" | "name">;

const shown = (rows: readonly ContactRow[]): Shown[] =>
  rows.map(({ id, personId, name }) => ({ id, personId, name }));

/** What a form shows: sent back when saving. */
export const markOfContacts = (rows: readonly ContactRow[]): string => markOf(shown(rows));

const PART: SettingsPart<Shown[]> = {
  name: "contacts",
  act: "settings",
  screens: ["event"],
  read: async (tx, camp) => shown(await listContacts(tx, camp.id)),
};

type ContactRefusal = "not_found" | "archived" | "changed_meanwhile" | "bad_input" | "too_many";

/**
 * Names exactly these. Whoever is named anew is mailed, so that nobody is named who does not know of it.
 * @param mark of those the organiser saw
 * @returns refused `bad_input` for more than MOST.contacts, one named twice or somebody not of the crew; `too_many` when
 *   this person or this camp names people too often
 */
export async function changeContacts(
  db: Database,
  crew: May<"changeSettings">,
  mark: string,
  wanted: readonly ContactInput[],
  now: Date,
): Promise<Result<null, ContactRefusal>> {
  if (wanted.length > MOST.contacts) return refused("bad_input");
  const changed = await changeCamp<Shown[], null, "bad_input" | "too_many">(
    db,
    crew,
    PART,
    mark,
    now,
    async (tx, camp): Promise<Result<Outcome<null>, "bad_input" | "too_many">> => {
      const before = await listContacts(tx, camp.id);
      const addressed = await addressedAt(tx, camp.id, wanted);
      const addresses = addressed?.map(({ email }) => email) ?? [];
      if (!addressed || new Set(addresses).size < addresses.length) return refused("bad_input");
      const fresh = addressed.filter(({ email }) => !before.some((it) => it.email === email));
      for (const { email } of fresh) {
        const limits = [
          { limit: "invite_by_person" as const, by: crew.personId },
          { limit: "invite_by_address" as const, by: email },
          { limit: "invite_by_camp" as const, by: camp.id },
        ];
        const spent = await spend(tx, limits, now);
        if (!spent.ok) return spent;
      }
      await tx.delete(contact).where(eq(contact.eventId, camp.id));
      const rows = addressed.map(({ email, personId, name }, position) => {
        const known = before.find((it) => it.email === email);
        const typed = personId === null ? { name, email } : { personId };
        // The same id, so that a form that is open still reaches them.
        return { id: known?.id ?? newId(), eventId: camp.id, position, ...typed };
      });
      if (rows.length > 0) await tx.insert(contact).values(rows);
      const told = fresh.filter(({ personId }) => personId !== crew.personId);
      await post(
        tx,
        told.map(({ email, name }) => ({
          ...{ eventId: camp.id, recipient: email, kind: "contact_named" as const },
          occasion: `${camp.id}:${email}:${now.toISOString()}`,
          facts: { camp: camp.name, by: crew.name, name },
        })),
      );
      return granted({ done: null });
    },
  );
  return changed.ok ? granted(null) : changed;
}

type Addressed = Pick<ContactRow, "personId" | "name" | "email">;

/** Each with their address; null where one is not of the crew. */
async function addressedAt(
  tx: Transaction,
  eventId: string,
  wanted: readonly ContactInput[],
): Promise<Addressed[] | null> {
  const ids = wanted.flatMap(({ personId }) => personId ?? []);
  const found =
    ids.length === 0
      ? []
      : await tx
          .selectDistinct({ personId: person.id, name: person.name, email: person.email })
          .from(role)
          .innerJoin(person, eq(person.id, role.personId))
          .where(and(eq(role.eventId, eventId), inArray(role.personId, ids)));
  const all = wanted.map((it) =>
    it.personId === undefined
      ? { personId: null, name: it.name, email: it.email }
      : (found.find(({ personId }) => personId === it.personId) ?? null),
  );
  return all.every((it) => it !== null) ? all : null;
}
