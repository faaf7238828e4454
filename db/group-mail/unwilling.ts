/** Who wants no mail of a camp but what is about their own place. It is an address that says so, also one of the crew. */
import { and, eq, gt } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { hashToken, newToken } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { unsubscribeLink, unwilling } from "#db/schema/group-mail.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";

const LINK_DAYS = 400;
const DAY = 24 * 60 * 60 * 1000;

/** Makes the address by which the reader of a mail wants no more of its kind. @returns its token, shown this once */
export async function mintUnsubscribe(
  tx: Transaction,
  { eventId, email }: { eventId: string; email: string },
  now: Date,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY);
  await tx.insert(unsubscribeLink).values({ tokenHash: hashToken(token), eventId, email, expiresAt });
  return token;
}

/** What the page behind such an address shows. */
export type UnsubscribePage = { camp: string; slug: string; email: string; wantsNone: boolean };

/** Null when the token opens nothing. Changes nothing. */
export async function readUnsubscribe(
  store: Store,
  token: string,
  now: Date,
): Promise<UnsubscribePage | null> {
  const [row] = await store
    .select({ camp: event.name, slug: event.slug, email: unsubscribeLink.email, since: unwilling.since })
    .from(unsubscribeLink)
    .innerJoin(event, eq(event.id, unsubscribeLink.eventId))
    .leftJoin(unwilling, sameAddress)
    .where(opens(token, now));
  if (!row) return null;
  const { since, ...page } = row;
  return { ...page, wantsNone: since !== null };
}

/**
 * Says for the reader of a mail whether they want more of its kind. Safe to repeat.
 * @returns refused `not_found` when the token opens nothing
 */
export async function setWillingness(
  db: Database,
  token: string,
  wants: "none" | "all",
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const [link] = await tx.select().from(unsubscribeLink).where(opens(token, now));
    if (!link) return refused("not_found");
    const changed = wants === "none" ? await refuseMail(tx, link, "asked", now) : await takeBack(tx, link);
    if (changed) await note(tx, link, wants === "none" ? "unsubscribe" : "subscribe", "camper", now);
    return granted(null);
  });
}

type Address = { eventId: string; email: string };

/** They called a mail of ours spam where they read it. Safe to repeat. */
export async function noteComplaint(tx: Transaction, address: Address, now: Date): Promise<void> {
  if (await refuseMail(tx, address, "complained", now)) await note(tx, address, "complain", "system", now);
}

/** Whoever has another address by now still wants none. */
export async function carryRefusal(tx: Transaction, was: Address, email: string): Promise<void> {
  const [said] = await tx.select().from(unwilling).where(at(was));
  if (said)
    await tx
      .insert(unwilling)
      .values({ ...said, email })
      .onConflictDoNothing();
}

async function refuseMail(
  tx: Transaction,
  { eventId, email }: Address,
  why: "asked" | "complained",
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .insert(unwilling)
    .values({ eventId, email, why, since: now })
    .onConflictDoNothing()
    .returning({ email: unwilling.email });
  return rows.length > 0;
}

async function takeBack(tx: Transaction, address: Address): Promise<boolean> {
  const rows = await tx.delete(unwilling).where(at(address)).returning({ email: unwilling.email });
  return rows.length > 0;
}

/** In the log of whoever is registered with the address; of the crew the camp alone is named. */
async function note(
  tx: Transaction,
  { eventId, email }: Address,
  act: "unsubscribe" | "subscribe" | "complain",
  actor: "camper" | "system",
  now: Date,
): Promise<void> {
  const [who] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.email, email)));
  const actorId = actor === "camper" ? (who?.id ?? null) : null;
  await record(tx, { eventId, at: now, actor, actorId, act, subjectId: who?.id ?? eventId });
}

const at = ({ eventId, email }: Address) => and(eq(unwilling.eventId, eventId), eq(unwilling.email, email));

const sameAddress = and(
  eq(unwilling.eventId, unsubscribeLink.eventId),
  eq(unwilling.email, unsubscribeLink.email),
);

const opens = (token: string, now: Date) =>
  and(eq(unsubscribeLink.tokenHash, hashToken(token)), gt(unsubscribeLink.expiresAt, now));
