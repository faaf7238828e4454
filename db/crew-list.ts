/** Who is on the crew of a camp, a page at a time, and who was until a moment ago. */
import { and, asc, countDistinct, desc, eq, gt, notExists, type SQL, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { mailStates } from "#db/mail.ts";
import { readPage } from "#db/paging.ts";
import { audit } from "#db/schema/audit.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { isId } from "#domain/id.ts";
import type { MailState } from "#domain/mail.ts";
import type { Page } from "#domain/paging.ts";
import { inOrder, type Role, rolesIn } from "#domain/permission.ts";
import { isSlug } from "#domain/slug.ts";
import type { May } from "#domain/viewer.ts";

export type CrewMember = {
  personId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  /** Owns the installation: nobody else can remove them. */
  owner: boolean;
  /** Whether they are signed in anywhere. */
  arrived: boolean;
  /** Whether they have a passkey. */
  passkey: boolean;
  /** What became of the mail that told them; null for whoever began the camp. */
  mail: MailState | null;
};

/** Members on a page: more than nearly any crew has. */
export const CREW_A_PAGE = 100;

/** A page of the crew, organisers first. */
export async function listCrew(db: Store, crew: May<"seeCrew">, page: number): Promise<Page<CrewMember>> {
  const { items, ...rest } = await readPage(
    page,
    CREW_A_PAGE,
    (window) => select(db, crew, undefined, window),
    () => countCrew(db, crew.eventId),
  );
  return { items: await withMail(db, crew, items), ...rest };
}

/** One of the crew, on whichever page they are; null for whoever is not. */
export async function findMember(
  db: Store,
  crew: May<"seeCrew">,
  personId: string,
): Promise<CrewMember | null> {
  if (!isId(personId)) return null;
  const rows = await select(db, crew, eq(role.personId, personId), { limit: 1, offset: 0 });
  const [member] = await withMail(db, crew, rows);
  return member ?? null;
}

async function countCrew(db: Store, eventId: string): Promise<number> {
  const [row] = await db
    .select({ people: countDistinct(role.personId) })
    .from(role)
    .where(eq(role.eventId, eventId));
  return row!.people;
}

/** How many of the crew may do everything. */
export function countOrganisers(db: Store, eventId: string): Promise<number> {
  return db.$count(role, and(eq(role.eventId, eventId), eq(role.role, "organiser")));
}

type Found = Omit<CrewMember, "mail">;

function select(
  db: Store,
  { eventId }: May<"seeCrew">,
  which: SQL | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<Found[]> {
  const arrived = sql<boolean>`exists (select 1 from ${device} where ${device.personId} = ${person.id})`;
  return db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      roles: sql<Role[]>`array_agg(${role.role})`,
      owner: person.owner,
      arrived,
      passkey: sql<boolean>`exists (select 1 from ${passkey} where ${passkey.personId} = ${person.id})`,
    })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.eventId, eventId), which))
    .groupBy(person.id)
    .orderBy(sql`bool_or(${role.role} = 'organiser') desc`, asc(person.name), asc(person.id))
    .limit(limit)
    .offset(offset);
}

async function withMail(
  db: Store,
  { eventId }: May<"seeCrew">,
  rows: readonly Found[],
): Promise<CrewMember[]> {
  const recipients = rows.map(({ email }) => email);
  const mail = await mailStates(db, { eventId, kinds: ["invited", "role_changed"], recipients });
  return rows.map((row) => ({ ...row, roles: inOrder(row.roles), mail: mail.get(row.email) ?? null }));
}

/** How long somebody removed can be put back. */
const UNDO_MS = 24 * 60 * 60 * 1000;
const MOST_UNDONE = 5;

export type FormerMember = { personId: string; name: string; roles: readonly Role[] };

/** Who was removed within the last day and is not back, newest first; at most MOST_UNDONE. */
export async function listTakenOff(
  db: Store,
  { eventId }: May<"manageCrew">,
  now: Date,
): Promise<FormerMember[]> {
  const back = db
    .select({ id: role.personId })
    .from(role)
    .where(and(eq(role.eventId, eventId), eq(role.personId, person.id)));
  const rows = await db
    .select({ personId: person.id, name: person.name, was: audit.from })
    .from(audit)
    .innerJoin(person, eq(person.id, audit.subjectId))
    .where(and(removalsOf(eventId, now), notExists(back)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(MOST_UNDONE * 2);
  const newest = rows.filter((row, i) => rows.findIndex(({ personId }) => personId === row.personId) === i);
  return newest.slice(0, MOST_UNDONE).map(({ was, ...row }) => ({ ...row, roles: rolesIn(was ?? "") }));
}

/** The entries of the log by which somebody was removed within the last day. */
export const removalsOf = (eventId: string, now: Date) =>
  and(
    eq(audit.eventId, eventId),
    eq(audit.act, "remove_crew"),
    gt(audit.at, new Date(now.getTime() - UNDO_MS)),
  );

/** The name of a camp of whose crew somebody was taken off, and is not on it now; null of any other. */
export async function readLeftCamp(db: Store, personId: string, slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const on = db
    .select({ id: role.personId })
    .from(role)
    .where(and(eq(role.eventId, event.id), eq(role.personId, personId)));
  const [left] = await db
    .select({ name: event.name })
    .from(event)
    .innerJoin(audit, eq(audit.eventId, event.id))
    .where(
      and(eq(event.slug, slug), eq(audit.act, "remove_crew"), eq(audit.subjectId, personId), notExists(on)),
    )
    .limit(1);
  return left?.name ?? null;
}

export type Membership = { roles: readonly Role[]; email: string; owner: boolean };

/** What somebody is at a camp; null for whoever is not on its crew. */
export async function memberOf(tx: Store, eventId: string, personId: string): Promise<Membership | null> {
  const rows = await tx
    .select({ role: role.role, email: person.email, owner: person.owner })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
  const [first] = rows;
  return first ? { ...first, roles: inOrder(rows.map((row) => row.role)) } : null;
}

/** The registration of somebody of the crew at this camp, which they act for once signed in; null where there is none. */
export async function findOwnRegistration(
  db: Store,
  { eventId }: May<"seePeople">,
  personId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: registration.id })
    .from(registration)
    .innerJoin(person, eq(person.email, registration.email))
    .where(and(eq(registration.eventId, eventId), eq(person.id, personId)));
  return row?.id ?? null;
}
