/** Whether a camp's crew needs a passkey, who of it has one, and changing that. */
import { and, asc, countDistinct, eq, notExists, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { asking, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { memberOf } from "#db/crew-list.ts";
import { type EventRow, lockEvent } from "#db/event.ts";
import { bumpStanding } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { readStanding } from "#db/passkey.ts";
import { spend } from "#db/rate-limit.ts";
import { event } from "#db/schema/event.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person, role } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { Named } from "#domain/consequence.ts";
import { MOST } from "#domain/limits.ts";
import { allowed } from "#domain/permission.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** How it is at a camp: of how many, and who of them has no passkey, by name. */
export type PasskeyRule = { required: boolean; crew: number; without: Named };

export async function readPasskeyRule(db: Store, { eventId }: May<"manageCrew">): Promise<PasskeyRule> {
  const [camp] = await db
    .select({ required: event.passkeyRequired })
    .from(event)
    .where(eq(event.id, eventId));
  const [all] = await db
    .select({ crew: countDistinct(role.personId) })
    .from(role)
    .where(eq(role.eventId, eventId));
  const has = db.select({ id: passkey.id }).from(passkey).where(eq(passkey.personId, person.id));
  const on = sql`exists (select from ${role} where ${role.personId} = ${person.id} and ${role.eventId} = ${eventId})`;
  const without = and(on, notExists(has));
  const rows = await db
    .select({ name: person.name })
    .from(person)
    .where(without)
    .orderBy(asc(person.name), asc(person.id))
    .limit(MOST.withoutPasskey);
  const more = (await db.$count(person, without)) - rows.length;
  const names = rows.map(({ name }) => name);
  return { required: camp?.required ?? false, crew: all!.crew, without: { names, more } };
}

type RuleRefusal = "not_found" | "passkey_demo" | "passkey_needed" | "too_many";

/**
 * Requires a passkey of the whole crew, once that was agreed to, or no more; mails all of it, and has its open screens
 * check what they may show. Safe to repeat.
 * @param deviceId the browser of whoever does it
 * @returns refused `passkey_demo` for a demo camp, whose crew is everybody who tries it; `passkey_needed` for whoever did not use a passkey there: nobody shuts themselves out
 */
export async function setPasskeyRule(
  db: Database,
  crew: May<"manageCrew">,
  deviceId: string,
  required: boolean,
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<null>, RuleRefusal>> {
  const { eventId, personId } = crew;
  return transact<Outcome<null>, RuleRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    const me = camp && (await memberOf(tx, eventId, personId));
    if (!camp || !me || !allowed(me.roles, "manageCrew")) return refused("not_found");
    if (camp.demo && required) return refused("passkey_demo");
    if (camp.passkeyRequired === required) return granted({ done: null });
    if (!(await readStanding(tx, { personId, deviceId })).usedAt) return refused("passkey_needed");
    const { crew: people, without } = await readPasskeyRule(tx, crew);
    const said = required
      ? ({ kind: "passkeys_required", crew: people, without } as const)
      : ({ kind: "passkeys_freed", crew: people } as const);
    const question = asking([said], agreed);
    if (question) return granted(question);
    const spent = await spend(tx, [{ limit: "passkey_rule_by_camp", by: eventId }], now);
    if (!spent.ok) return spent;
    await setRule(tx, camp, required, { personId, name: crew.name }, now);
    return granted({ done: null });
  });
}

/** For whoever runs the server: a camp needs none any more. @returns whether it did; null where there is no such camp */
export async function freePasskeyRuleOf(db: Database, slug: string, now: Date): Promise<boolean | null> {
  return db.transaction(async (tx) => {
    const [camp] = await tx.select().from(event).where(eq(event.slug, slug)).for("update");
    if (!camp) return null;
    if (camp.passkeyRequired) await setRule(tx, camp, false, { personId: null, name: "" }, now);
    return camp.passkeyRequired;
  });
}

/** @param by one of the crew, who hears nothing of it; or whoever runs the server, without a name */
async function setRule(
  tx: Transaction,
  { id: eventId, name }: EventRow,
  required: boolean,
  by: { personId: string | null; name: string },
  now: Date,
): Promise<void> {
  await tx.update(event).set({ passkeyRequired: required }).where(eq(event.id, eventId));
  const [from, to] = required ? ["off", "on"] : ["on", "off"];
  const actor = by.personId ? ("crew" as const) : ("system" as const);
  await record(tx, {
    ...{ eventId, at: now, actor, actorId: by.personId, act: "passkey_rule", subjectId: eventId },
    ...{ from, to },
  });
  const all = await tx
    .selectDistinct({ id: person.id, email: person.email })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(eq(role.eventId, eventId));
  const facts = { camp: name, by: by.name };
  const kind = required ? ("passkeys_required" as const) : ("passkeys_freed" as const);
  await post(
    tx,
    all
      .filter(({ id }) => id !== by.personId)
      .map(({ id, email: recipient }) => {
        return { eventId, kind, occasion: `${eventId}:${id}:${now.toISOString()}`, recipient, facts };
      }),
  );
  await bumpStanding(
    tx,
    all.map(({ id }) => id),
  );
}
