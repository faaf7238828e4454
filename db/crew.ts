/** The crew of a camp and their roles: invited by mail, never without an organiser. */
import { and, desc, eq, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { countOrganisers, type Membership, memberOf, removalsOf } from "#db/crew-list.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bumpStanding } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { leaveRota } from "#db/rota.ts";
import { audit } from "#db/schema/audit.ts";
import type { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import type { Act } from "#domain/history.ts";
import {
  allowed,
  difference,
  inOrder,
  organises,
  type Role,
  rolesIn,
  rolesText,
} from "#domain/permission.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `other`: already on the crew in other roles, which stay. */
export type Invited = { personId: string; became: "invited" | "same" | "other" };

/**
 * Whoever is on the crew keeps their roles: `changeRoles` changes those, and asks first.
 * @param input.roles at least one
 * @returns refused `too_many` when this person, this address, this camp or the installation invites too often
 */
export async function inviteCrew(
  db: Database,
  crew: May<"manageCrew">,
  { name, email, roles: wanted }: { name: string; email: string; roles: readonly Role[] },
  now: Date,
): Promise<Result<Invited, "not_found" | "too_many">> {
  const { eventId, personId: by } = crew;
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
    const camp = await lockCrew(tx, crew);
    if (!camp) return refused("not_found");
    const personId = await findOrMake(tx, address, name);
    const before = await memberOf(tx, eventId, personId);
    if (before) return granted({ personId, became: same(before.roles, wanted) ? "same" : "other" });
    await tx.insert(role).values(rowsOf(eventId, personId, wanted));
    await tell(tx, crew, camp, { personId, email: address, kind: "invited", roles: wanted, now });
    await write(tx, crew, "invite", personId, now, null, rolesText(wanted));
    return granted({ personId, became: "invited" });
  });
}

type ChangeRefusal = "not_found" | "last_organiser" | "owner_stays";

/**
 * Gives a member of the crew exactly these roles, once that was agreed to, and mails them. Safe to repeat.
 * @param wanted at least one
 * @returns refused `last_organiser` when no organiser would be left, `owner_stays` for the installation's owner, who
 *   changes only themselves
 */
export async function changeRoles(
  db: Database,
  crew: May<"manageCrew">,
  personId: string,
  wanted: readonly Role[],
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, ChangeRefusal>> {
  const { eventId } = crew;
  return transact<Outcome<null>, ChangeRefusal>(db, async (tx) => {
    const camp = await lockCrew(tx, crew);
    const before = camp && (await memberOf(tx, eventId, personId));
    if (!camp || !before) return refused("not_found");
    if (same(before.roles, wanted)) return granted({ done: null });
    const no = await whyNot(tx, crew, personId, before, wanted);
    if (no) return refused(no);
    const to = inOrder(wanted);
    const change = { kind: "roles" as const, you: personId === crew.personId, to };
    const question = asking([{ ...change, ...difference(before.roles, to) }], agreed);
    if (question) return granted(question);
    await tx.delete(role).where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
    await tx.insert(role).values(rowsOf(eventId, personId, to));
    const { email } = before;
    await tell(tx, crew, camp, { personId, email, kind: "role_changed", roles: to, now });
    await write(tx, crew, "change_role", personId, now, rolesText(before.roles), rolesText(to));
    await leaveRota(tx, eventId, personId, to);
    return granted({ done: null });
  });
}

const same = (some: readonly Role[], others: readonly Role[]) => rolesText(some) === rolesText(others);

const rowsOf = (eventId: string, personId: string, roles: readonly Role[]) =>
  inOrder(roles).map((each) => ({ eventId, personId, role: each }));

/** Removes somebody, oneself included, and mails them. Refused as `changeRoles` is; safe to repeat. */
export async function removeCrew(
  db: Database,
  crew: May<"manageCrew">,
  personId: string,
  now: Date,
): Promise<Result<null, ChangeRefusal>> {
  const { eventId } = crew;
  return transact(db, async (tx) => {
    const camp = await lockCrew(tx, crew);
    if (!camp) return refused("not_found");
    const before = await memberOf(tx, eventId, personId);
    if (!before) return granted(null);
    const no = await whyNot(tx, crew, personId, before, []);
    if (no) return refused(no);
    await tx.delete(role).where(and(eq(role.eventId, eventId), eq(role.personId, personId)));
    await tell(tx, crew, camp, { personId, ...before, kind: "crew_removed", now });
    await write(tx, crew, "remove_crew", personId, now, rolesText(before.roles), null);
    await leaveRota(tx, eventId, personId, []);
    return granted(null);
  });
}

/** With the roles they had; mails them. Refused `not_found` unless they were removed within the last day. */
export async function restoreCrew(
  db: Database,
  crew: May<"manageCrew">,
  personId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  const { eventId } = crew;
  return transact(db, async (tx) => {
    const camp = await lockCrew(tx, crew);
    if (!camp) return refused("not_found");
    if (await memberOf(tx, eventId, personId)) return granted(null);
    const [was] = await tx
      .select({ from: audit.from, email: person.email })
      .from(audit)
      .innerJoin(person, eq(person.id, audit.subjectId))
      .where(and(removalsOf(eventId, now), eq(audit.subjectId, personId), isNull(audit.to)))
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(1);
    const roles = rolesIn(was?.from ?? "");
    if (!was || roles.length === 0) return refused("not_found");
    await tx.insert(role).values(rowsOf(eventId, personId, roles));
    await tell(tx, crew, camp, { personId, email: was.email, roles, kind: "role_changed", now });
    await write(tx, crew, "restore_crew", personId, now, null, rolesText(roles));
    return granted(null);
  });
}

/**
 * Locks the camp's row, so that people who change each other take turns. Null for who may not manage the crew by then.
 */
async function lockCrew(tx: Transaction, { eventId, personId }: May<"manageCrew">) {
  const camp = await lockEvent(tx, eventId);
  const me = camp && (await memberOf(tx, eventId, personId));
  return me && allowed(me.roles, "manageCrew") ? camp : null;
}

async function whyNot(
  tx: Transaction,
  crew: May<"manageCrew">,
  personId: string,
  before: Membership,
  wanted: readonly Role[],
): Promise<"last_organiser" | "owner_stays" | null> {
  if (before.owner && personId !== crew.personId) return "owner_stays";
  if (!organises(before.roles) || organises(wanted)) return null;
  return (await countOrganisers(tx, crew.eventId)) === 1 ? "last_organiser" : null;
}

type CrewMail = "invited" | "role_changed" | "crew_removed";

/** Mails the person unless they did it themselves, and has their open screens check again what they may show. */
async function tell(
  tx: Transaction,
  by: May<"manageCrew">,
  camp: typeof event.$inferSelect,
  told: { personId: string; email: string; kind: CrewMail; roles: readonly Role[]; now: Date },
): Promise<void> {
  const { personId, email: recipient, kind, roles, now } = told;
  const facts = { camp: camp.name, by: by.name };
  const say =
    kind === "crew_removed" ? { kind, facts } : { kind, facts: { ...facts, role: rolesText(roles) } };
  const occasion = `${camp.id}:${personId}:${now.toISOString()}`;
  if (personId !== by.personId) await post(tx, { eventId: camp.id, occasion, recipient, ...say });
  await bumpStanding(tx, [personId]);
}

async function findOrMake(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.insert(person).values({ id: newId(), email, name }).onConflictDoNothing({ target: person.email });
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  return row!.id;
}

async function write(
  tx: Transaction,
  { eventId, personId: actorId }: May<"manageCrew">,
  act: Act,
  subjectId: string,
  at: Date,
  from: string | null,
  to: string | null,
) {
  await record(tx, { eventId, at, actor: "crew", actorId, act, subjectId, from, to });
}
