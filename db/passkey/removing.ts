/** Taking passkeys away: one of one's own, or all of somebody who lost theirs. */
import { and, eq, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { memberOf } from "#db/crew-list.ts";
import { lockEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bumpStanding } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { lockPerson, noteOwn } from "#db/passkey/adding.ts";
import { type AtBrowser, readStanding } from "#db/passkey.ts";
import { spend } from "#db/rate-limit.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { passkey } from "#db/schema/passkey.ts";
import { role } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type Unready, whyNotReady } from "#domain/passkey.ts";
import { allowed } from "#domain/permission.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type RemoveRefusal = Unready | "passkey_last";

/**
 * Removes a passkey of one's own, ends whatever other browser is signed in with it, and mails them. One that is gone, or
 * somebody else's, changes nothing.
 * @returns refused `passkey_last` for the last one of somebody on the crew of a camp that requires one
 */
export async function removePasskey(
  db: Database,
  who: AtBrowser,
  passkeyId: string,
  now: Date,
): Promise<Result<null, RemoveRefusal>> {
  return transact<null, RemoveRefusal>(db, async (tx) => {
    const me = await lockPerson(tx, who.personId);
    const mine = and(eq(passkey.id, passkeyId), eq(passkey.personId, who.personId));
    const [key] = await tx.select({ id: passkey.id, name: passkey.name }).from(passkey).where(mine);
    if (!me || !key) return granted(null);
    const standing = await readStanding(tx, who);
    const no = whyNotReady(standing, now);
    if (no) return refused(no);
    if (standing.passkeys === 1 && (await isRequiredOf(tx, me.id))) return refused("passkey_last");
    await tx.delete(device).where(and(eq(device.passkeyId, key.id), ne(device.id, who.deviceId)));
    await tx.delete(passkey).where(mine);
    await noteOwn(tx, me, { act: "remove_passkey", ...key, now });
    await bumpStanding(tx, [me.id]);
    return granted(null);
  });
}

/** Whether somebody is on the crew of a camp that requires a passkey. */
export async function isRequiredOf(db: Store, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: event.id })
    .from(role)
    .innerJoin(event, eq(event.id, role.eventId))
    .where(and(eq(role.personId, personId), event.passkeyRequired))
    .limit(1);
  return row !== undefined;
}

type ResetRefusal =
  | "not_found"
  | "own_passkeys"
  | "owner_stays"
  | "passkey_not_asked"
  | "passkey_elsewhere"
  | "passkey_needed"
  | "too_many";

/**
 * Takes all passkeys of one of the crew away and signs them out everywhere, once that was agreed to, so that their mailbox
 * lets them add new ones; mails them. An organiser puts whom they like on their crew, so it is for camps that rely on
 * passkeys, and of nobody whom another camp relies on.
 * @param deviceId the browser of whoever does it, who used a passkey there
 * @returns refused `own_passkeys` for one's own, `owner_stays` for the installation's owner, `passkey_elsewhere` for
 *   somebody on the crew of another camp that whoever does it is no organiser of, `passkey_not_asked` at a camp that requires
 *   none, `too_many` where a camp does it too often
 */
export async function resetPasskeys(
  db: Database,
  crew: May<"manageCrew">,
  deviceId: string,
  personId: string,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, ResetRefusal>> {
  const { eventId, personId: by } = crew;
  return transact<Outcome<null>, ResetRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    const me = camp && (await memberOf(tx, eventId, by));
    const them = camp && (await memberOf(tx, eventId, personId));
    if (!camp || !me || !them || !allowed(me.roles, "manageCrew")) return refused("not_found");
    if (personId === by) return refused("own_passkeys");
    if (them.owner) return refused("owner_stays");
    if (!camp.passkeyRequired || camp.demo) return refused("passkey_not_asked");
    if (!(await readStanding(tx, { personId: by, deviceId })).usedAt) return refused("passkey_needed");
    if (await isElsewhere(tx, personId, by)) return refused("passkey_elsewhere");
    const whose = await lockPerson(tx, personId);
    if (!whose || (await tx.$count(passkey, eq(passkey.personId, personId))) === 0)
      return granted({ done: null });
    const question = asking([{ kind: "passkeys_reset", id: personId, name: whose.name }], agreed);
    if (question) return granted(question);
    const spent = await spend(tx, [{ limit: "passkey_reset_by_camp", by: eventId }], now);
    if (!spent.ok) return spent;
    await dropAll(tx, personId);
    await record(tx, {
      ...{ eventId, at: now, actor: "crew", actorId: by, act: "reset_passkeys", subjectId: personId },
    });
    await tellReset(tx, { email: them.email, camp: camp.name, by: crew.name });
    return granted({ done: null });
  });
}

/** The same for whoever runs the server, for anybody. @returns how many there were; null where nobody has that address */
export async function resetPasskeysOf(db: Database, email: string, now: Date): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [found] = await tx.execute<{ id: string }>(sql`select id from person where email = ${email}`);
    const them = found && (await lockPerson(tx, found.id));
    if (!them) return null;
    const gone = await dropAll(tx, them.id);
    if (gone === 0) return 0;
    const whose = { actor: "system" as const, actorId: null, subjectId: them.id };
    await record(tx, { eventId: null, at: now, ...whose, act: "reset_passkeys" });
    await tellReset(tx, { email: them.email, camp: "", by: "" });
    return gone;
  });
}

/** Whether somebody is on the crew of a real camp that another person is no organiser of. */
async function isElsewhere(tx: Transaction, personId: string, by: string): Promise<boolean> {
  const theirs = tx
    .select({ id: role.eventId })
    .from(role)
    .innerJoin(event, eq(event.id, role.eventId))
    .where(and(eq(role.personId, personId), eq(event.demo, false), isNull(event.rehearsalOf)));
  const mine = tx
    .select({ id: role.eventId })
    .from(role)
    .where(and(eq(role.personId, by), eq(role.role, "organiser"), eq(role.eventId, event.id)));
  const rows = await tx
    .select({ id: event.id })
    .from(event)
    .where(and(inArray(event.id, theirs), notExists(mine)))
    .limit(1);
  return rows.length > 0;
}

/** @returns how many there were */
async function dropAll(tx: Transaction, personId: string): Promise<number> {
  const gone = await tx.delete(passkey).where(eq(passkey.personId, personId)).returning({ id: passkey.id });
  if (gone.length === 0) return 0;
  await tx.delete(device).where(eq(device.personId, personId));
  await bumpStanding(tx, [personId]);
  return gone.length;
}

async function tellReset(
  tx: Transaction,
  { email: recipient, camp, by }: { email: string; camp: string; by: string },
): Promise<void> {
  const mail = { eventId: null, kind: "passkeys_reset" as const, occasion: newId(), recipient };
  await post(tx, { ...mail, facts: { camp, by } });
}
