/** Who is in a group that can be written to: one query for each group, counted and listed alike. */
import { and, asc, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { silent } from "#db/reconfirmation/silent.ts";
import { unwilling } from "#db/schema/group-mail.ts";
import { person, role } from "#db/schema/person.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { isCrew, type MailReach, type MailWords, membersOf } from "#domain/group-mail.ts";

/** Which group of which camp. */
export type Whom = Pick<MailWords, "group" | "sectorId"> & { eventId: string };

export type Member = {
  /** Of a registration, or of a person of the crew. */
  id: string;
  email: string;
  name: string;
  /** Null where only the camp's is known. */
  locale: string | null;
};

/** Everybody of a group that mail is sent to, in the order of the line; the crew by name. As many as the camp has people, so it is bounded by its places and its line. */
export async function listReached(store: Store, whom: Whom): Promise<Member[]> {
  return select(store, whom, REACHED);
}

/** The first whom a mail would go to: what it says is shown as they will read it. */
export async function findReader(store: Store, whom: Whom): Promise<Member | null> {
  const [first] = await select(store, whom, REACHED, 1);
  return first ?? null;
}

/** Whether somebody is in a group still and wants its mail, just before it goes out. */
export async function standingOf(
  store: Store,
  whom: Whom,
  id: string,
): Promise<"reached" | "left_group" | "unwilling"> {
  const among = isCrew(whom.group) ? person : registration;
  const [found] = await select(store, whom, eq(among.id, id), 1);
  if (!found) return "left_group";
  return found.wantsNone ? "unwilling" : "reached";
}

const wantsNone = sql<boolean>`${unwilling.email} is not null`;
const cameBack = sql<boolean>`${registration.bouncedAt} is not null`;
const REACHED = and(isNull(registration.bouncedAt), isNull(unwilling.email))!;

export async function countReach(store: Store, whom: Whom): Promise<MailReach> {
  const counted = {
    all: sql<number>`count(*)`.mapWith(Number),
    bounced: sql<number>`count(*) filter (where ${cameBack})`.mapWith(Number),
    unwilling: sql<number>`count(*) filter (where ${wantsNone} and not ${cameBack})`.mapWith(Number),
  };
  const [row] = isCrew(whom.group)
    ? await store
        .select(counted)
        .from(person)
        .leftJoin(registration, registeredAt(whom))
        .leftJoin(unwilling, saysNo(whom, sql`${person.email}`))
        .where(onCrew(store, whom))
    : await store
        .select(counted)
        .from(registration)
        .leftJoin(unwilling, saysNo(whom, sql`${registration.email}`))
        .where(inGroup(store, whom));
  return row ?? { all: 0, bounced: 0, unwilling: 0 };
}

function select(store: Store, whom: Whom, which: SQL, limit?: number) {
  const query = isCrew(whom.group)
    ? store
        .select({
          ...{ id: person.id, email: person.email, name: person.name, wantsNone },
          locale: sql<string | null>`${registration.locale}`,
        })
        .from(person)
        .leftJoin(registration, registeredAt(whom))
        .leftJoin(unwilling, saysNo(whom, sql`${person.email}`))
        .where(and(onCrew(store, whom), which))
        .orderBy(asc(person.name), asc(person.id))
        .$dynamic()
    : store
        .select({
          ...{ id: registration.id, email: registration.email, name: registration.name, wantsNone },
          locale: sql<string | null>`${registration.locale}`,
        })
        .from(registration)
        .leftJoin(unwilling, saysNo(whom, sql`${registration.email}`))
        .where(and(inGroup(store, whom), which))
        .orderBy(asc(registration.rank))
        .$dynamic();
  return limit === undefined ? query : query.limit(limit);
}

const saysNo = ({ eventId }: Whom, email: SQL) =>
  and(eq(unwilling.eventId, eventId), eq(unwilling.email, email));

const registeredAt = ({ eventId }: Whom) =>
  and(eq(registration.eventId, eventId), eq(registration.email, person.email));

function onCrew(store: Store, { eventId }: Whom): SQL {
  const roles = store
    .select({ id: role.personId })
    .from(role)
    .where(and(eq(role.eventId, eventId), eq(role.personId, person.id)));
  return exists(roles);
}

function inGroup(store: Store, { eventId, group, sectorId }: Whom): SQL {
  const { statuses, and: also } = membersOf(group) ?? { statuses: [] };
  const all = [eq(registration.eventId, eventId), inArray(registration.status, [...statuses])];
  if (also === "unproven") all.push(isNull(registration.verifiedAt));
  if (also === "silent") all.push(silent);
  if (also === "sector") all.push(sectorId ? eq(registration.sectorId, sectorId) : sql`false`);
  if (also === "hosts") {
    const hosting = store
      .select({ id: pitch.id })
      .from(pitchHost)
      .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
      .where(
        and(eq(pitchHost.registrationId, registration.id), isNull(pitch.withdrawnAt), pitchHost.hosting),
      );
    all.push(exists(hosting));
  }
  return and(...all)!;
}
