/** The crew of a camp: organisers and campmakers, invited by mail, never without an organiser. */
import { and, asc, desc, eq, gt, isNull, notExists, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bumpStanding } from "#db/live.ts";
import { mailStates, post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { audit } from "#db/schema/audit.ts";
import { device } from "#db/schema/device.ts";
import type { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import type { Act } from "#domain/history.ts";
import type { MailKind, MailState } from "#domain/mail.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Crew, Organiser, Role } from "#domain/viewer.ts";

export type CrewMember = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** Owns the installation: leaves only by themselves. */
  owner: boolean;
  /** Whether they are signed in anywhere. */
  arrived: boolean;
  /** What became of the mail that told them; null for whoever began the camp. */
  mail: MailState | null;
};

/** Everybody who helps to run the camp, organisers first. */
export async function listCrew(db: Store, { eventId }: Crew): Promise<CrewMember[]> {
  const arrived = sql<boolean>`exists (select 1 from ${device} where ${device.personId} = ${person.id})`;
  const rows = await db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      role: role.role,
      owner: person.owner,
      arrived,
    })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(eq(role.eventId, eventId))
    .orderBy(sql`${role.role} = 'organiser' desc`, asc(person.name));
  const recipients = rows.map(({ email }) => email);
  const mail = await mailStates(db, { eventId, kinds: ["invited", "role_changed"], recipients });
  return rows.map((row) => ({ ...row, mail: mail.get(row.email) ?? null }));
}

/** How long somebody taken off can be put back as what they were. */
const UNDO_MS = 24 * 60 * 60 * 1000;
const MOST_UNDONE = 5;

export type FormerMember = { personId: string; name: string; role: Role };

/** Who was taken off within the last day and is not back, newest first. */
export async function listTakenOff(db: Store, { eventId }: Crew, now: Date): Promise<FormerMember[]> {
  const back = db
    .select({ id: role.personId })
    .from(role)
    .where(and(eq(role.eventId, eventId), eq(role.personId, person.id)));
  const rows = await db
    .select({ personId: person.id, name: person.name, role: sql<Role>`${audit.from}` })
    .from(audit)
    .innerJoin(person, eq(person.id, audit.subjectId))
    .where(and(removalsOf(eventId, now), notExists(back)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(MOST_UNDONE * 2);
  const newest = rows.filter((row, i) => rows.findIndex(({ personId }) => personId === row.personId) === i);
  return newest.slice(0, MOST_UNDONE);
}

const removalsOf = (eventId: string, now: Date) =>
  and(
    eq(audit.eventId, eventId),
    eq(audit.act, "remove_crew"),
    gt(audit.at, new Date(now.getTime() - UNDO_MS)),
  );

/** What an invitation came to: `other` is on the crew as something else already, and stays it. */
export type Invited = { personId: string; became: "invited" | "same" | "other" };

/**
 * Invites somebody by mail. Whoever is on the crew already stays what they are: changing that is `changeRole`, which
 * says what it does.
 *
 * @returns refused `too_many` when this organiser, this address, this camp or the installation invites too often
 */
export async function inviteCrew(
  db: Database,
  organiser: Organiser,
  { name, email, role: wanted }: { name: string; email: string; role: Role },
  now: Date,
): Promise<Result<Invited, "not_found" | "too_many">> {
  const { eventId, personId: by } = organiser;
  const address = sameAddress(email);
  const spent = await spend(
    db,
    [
      { limit: "invite_by_person", by },
      { limit: "invite_by_address", by: address },
      { limit: "invite_by_camp", by: eventId },
      { limit: "invite_everywhere", by: "" },
    ],
    now,
  );
  if (!spent.ok) return spent;
  return transact<Invited, "not_found">(db, async (tx) => {
    const camp = await lockCrew(tx, organiser);
    if (!camp) return refused("not_found");
    const personId = await findOrMake(tx, address, name);
    const before = await memberOf(tx, eventId, personId);
    if (before) return granted({ personId, became: before.role === wanted ? "same" : "other" });
    await tx.insert(role).values({ eventId, personId, role: wanted });
    await tell(tx, organiser, camp, { personId, email: address, kind: "invited", role: wanted, now });
    await write(tx, organiser, "invite", personId, now, null, wanted);
    return granted({ personId, became: "invited" });
  });
}

type ChangeRefusal = "not_found" | "last_organiser" | "owner_stays";

/**
 * Makes a member of the crew something else, and tells them. Repeating changes nothing.
 *
 * @returns refused `last_organiser` when the camp's only organiser would become a campmaker, `owner_stays` for the
 *   installation's owner, who changes only themselves
 */
export async function changeRole(
  db: Database,
  organiser: Organiser,
  personId: string,
  wanted: Role,
  now: Date,
): Promise<Result<null, ChangeRefusal>> {
  const { eventId } = organiser;
  return transact(db, async (tx) => {
    const camp = await lockCrew(tx, organiser);
    const before = camp && (await memberOf(tx, eventId, personId));
    if (!camp || !before) return refused("not_found");
    if (before.role === wanted) return granted(null);
    const no = await whyNot(tx, organiser, personId, before);
    if (no) return refused(no);
    await tx
      .update(role)
      .set({ role: wanted })
      .where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
    const kind = "role_changed";
    await tell(tx, organiser, camp, { personId, email: before.email, kind, role: wanted, now });
    await write(tx, organiser, "change_role", personId, now, before.role, wanted);
    return granted(null);
  });
}

/** Takes somebody off the crew, oneself included, and tells them. Refused as `changeRole` is; repeating changes nothing. */
export async function removeCrew(
  db: Database,
  organiser: Organiser,
  personId: string,
  now: Date,
): Promise<Result<null, ChangeRefusal>> {
  const { eventId } = organiser;
  return transact(db, async (tx) => {
    const camp = await lockCrew(tx, organiser);
    if (!camp) return refused("not_found");
    const before = await memberOf(tx, eventId, personId);
    if (!before) return granted(null);
    const no = await whyNot(tx, organiser, personId, before);
    if (no) return refused(no);
    await tx.delete(role).where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
    await tell(tx, organiser, camp, { personId, ...before, kind: "crew_removed", now });
    await write(tx, organiser, "remove_crew", personId, now, before.role, null);
    return granted(null);
  });
}

/** Puts somebody back who was taken off within the last day, as what they were, and tells them. */
export async function restoreCrew(
  db: Database,
  organiser: Organiser,
  personId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  const { eventId } = organiser;
  return transact(db, async (tx) => {
    const camp = await lockCrew(tx, organiser);
    if (!camp) return refused("not_found");
    if (await memberOf(tx, eventId, personId)) return granted(null);
    const [was] = await tx
      .select({ role: sql<Role>`${audit.from}`, email: person.email })
      .from(audit)
      .innerJoin(person, eq(person.id, audit.subjectId))
      .where(and(removalsOf(eventId, now), eq(audit.subjectId, personId), isNull(audit.to)))
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(1);
    if (!was) return refused("not_found");
    await tx.insert(role).values({ eventId, personId, role: was.role });
    await tell(tx, organiser, camp, { personId, ...was, kind: "role_changed", now });
    await write(tx, organiser, "restore_crew", personId, now, null, was.role);
    return granted(null);
  });
}

/**
 * Takes the camp's row, so that organisers who change each other take turns: whoever is no longer one when their turn
 * comes changes nothing.
 */
async function lockCrew(tx: Transaction, { eventId, personId }: Organiser) {
  const camp = await lockEvent(tx, eventId);
  const me = camp && (await memberOf(tx, eventId, personId));
  return me?.role === "organiser" ? camp : null;
}

type Member = { role: Role; email: string; owner: boolean };

/** Why a member stays what they are, if they do. */
async function whyNot(
  tx: Transaction,
  organiser: Organiser,
  personId: string,
  before: Member,
): Promise<"last_organiser" | "owner_stays" | null> {
  if (before.owner && personId !== organiser.personId) return "owner_stays";
  if (before.role !== "organiser") return null;
  const organisers = and(eq(role.eventId, organiser.eventId), eq(role.role, "organiser"));
  return (await tx.$count(role, organisers)) === 1 ? "last_organiser" : null;
}

/** Mails whom it concerns, unless they did it themselves, and ends what their open screens may no longer show. */
async function tell(
  tx: Transaction,
  by: Organiser,
  camp: typeof event.$inferSelect,
  told: { personId: string; email: string; kind: MailKind; role: Role; now: Date },
): Promise<void> {
  const { personId, email: recipient, kind, role: as, now } = told;
  const facts = { camp: camp.name, by: by.name, role: as };
  const occasion = `${camp.id}:${personId}:${now.toISOString()}`;
  if (personId !== by.personId) await post(tx, { eventId: camp.id, kind, occasion, recipient, facts });
  await bumpStanding(tx, [personId]);
}

async function findOrMake(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.insert(person).values({ id: newId(), email, name }).onConflictDoNothing({ target: person.email });
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  return row!.id;
}

async function memberOf(tx: Transaction, eventId: string, personId: string): Promise<Member | null> {
  const [row] = await tx
    .select({ role: role.role, email: person.email, owner: person.owner })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
  return row ?? null;
}

async function write(
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
