/**
 * Signing in by mail: a link and a six-digit code in one letter. The code works only in the browser that
 * asked; the link works anywhere, but only when its page's button is pressed. Yardstick: OWASP ASVS 5, 6.6.
 */
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { hashCode, isCode } from "#db/code.ts";
import type { Database, Store } from "#db/connection.ts";
import { DEVICE_DAYS } from "#db/device.ts";
import { hashToken, newCode, newId, newToken } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { device, signIn } from "#db/schema/device.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** How long a code and its link work. */
export const MINUTES_TO_SIGN_IN = 10;
export const TRIES = 5;

/** How often one browser, and one address from whatever browsers, may ask within the hour. */
const ASKS_PER_DEVICE = 10;
const ASKS_PER_ADDRESS = 10;

type Asked = { id: string; email: string };

/**
 * Asks to sign in. A known address gets one letter; an unknown one gets none, and nothing here tells which.
 *
 * @param deviceId the browser that asks, and where the code will work
 * @param origin the house's own address, for the link
 * @returns refused `too_many` when this browser or this address asked too often
 */
export async function askToSignIn(
  db: Database,
  deviceId: string,
  { email, origin }: { email: string; origin: string },
  now: Date,
): Promise<Result<Asked, "too_many">> {
  const address = sameAddress(email);
  const [code, token, id] = [newCode(), newToken(), newId()];
  // Before the transaction: scrypt is slow on purpose, and an unknown address must take as long as a known one.
  const codeHash = await hashCode(code);
  return transact(db, async (tx) => {
    if (await askedTooOften(tx, deviceId, address, now)) return refused("too_many");
    const known = await findByAddress(tx, address);
    const expiresAt = new Date(now.getTime() + MINUTES_TO_SIGN_IN * 60_000);
    await tx.insert(signIn).values({
      id,
      deviceId,
      personId: known?.personId ?? null,
      email: address,
      codeHash,
      linkHash: hashToken(token),
      expiresAt,
      createdAt: now,
    });
    const facts = { code, link: `${origin}/sign-in/${token}` };
    if (known) await post(tx, { eventId: null, kind: "sign_in", occasion: id, recipient: address, facts });
    return granted({ id, email: address });
  });
}

/** Counts under a lock on the address, so that asking at once is counted as well; what is a day old is forgotten. */
async function askedTooOften(tx: Transaction, deviceId: string, address: string, now: Date) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`);
  await tx.delete(signIn).where(lt(signIn.createdAt, new Date(now.getTime() - 24 * 3_600_000)));
  const recent = gt(signIn.createdAt, new Date(now.getTime() - 3_600_000));
  const byDevice = await tx.$count(signIn, and(eq(signIn.deviceId, deviceId), recent));
  const byAddress = await tx.$count(signIn, and(eq(signIn.email, address), recent));
  return byDevice >= ASKS_PER_DEVICE || byAddress >= ASKS_PER_ADDRESS;
}

/** Somebody we may write to: a person, or a camper who never signed in so far. */
async function findByAddress(tx: Transaction, address: string) {
  const [found] = await tx
    .select({ personId: person.id, name: person.name })
    .from(person)
    .where(eq(person.email, address));
  if (found) return found;
  const [camper] = await tx
    .select({ name: registration.name })
    .from(registration)
    .where(eq(registration.email, address))
    .orderBy(desc(registration.registeredAt))
    .limit(1);
  return camper ? { personId: null, name: camper.name } : null;
}

/** The sign-in this browser waits for, newest first, or null. It says nothing about whether the address is known. */
export async function findAsked(db: Store, deviceId: string, now: Date): Promise<Asked | null> {
  const [row] = await db
    .select({ id: signIn.id, email: signIn.email })
    .from(signIn)
    .where(and(eq(signIn.deviceId, deviceId), isNull(signIn.usedAt), gt(signIn.expiresAt, now)))
    .orderBy(desc(signIn.createdAt), desc(signIn.id))
    .limit(1);
  return row ?? null;
}

/**
 * Signs a browser in by the code from its letter.
 *
 * @returns the device's new token; refused `wrong_code`, `too_many_tries` after the fifth, or `code_expired`
 */
export async function signInByCode(
  db: Database,
  deviceId: string,
  code: string,
  now: Date,
): Promise<Result<{ token: string }, "wrong_code" | "too_many_tries" | "code_expired">> {
  const asked = await findAsked(db, deviceId, now);
  if (!asked) return refused("code_expired");
  // The try is counted and committed before the code is looked at: five at once are still five.
  const [counted] = await db
    .update(signIn)
    .set({ tries: sql`${signIn.tries} + 1` })
    .where(and(eq(signIn.id, asked.id), lt(signIn.tries, TRIES)))
    .returning({ codeHash: signIn.codeHash });
  if (!counted) return refused("too_many_tries");
  if (!(await isCode(code, counted.codeHash))) return refused("wrong_code");
  return transact(db, async (tx) => complete(tx, deviceId, eq(signIn.id, asked.id), now));
}

/** Whether a link from a letter would still work. Asking changes nothing: mail scanners do it too. */
export async function isLinkGood(db: Store, token: string, now: Date): Promise<boolean> {
  return (await db.$count(signIn, usable(eq(signIn.linkHash, hashToken(token)), now))) > 0;
}

/** Signs a browser in by the link from its letter. */
export async function signInByLink(
  db: Database,
  deviceId: string,
  token: string,
  now: Date,
): Promise<Result<{ token: string }, "code_expired">> {
  return transact(db, async (tx) => complete(tx, deviceId, eq(signIn.linkHash, hashToken(token)), now));
}

const usable = (which: ReturnType<typeof eq>, now: Date) =>
  and(which, isNull(signIn.usedAt), gt(signIn.expiresAt, now));

/** Uses the sign-in up, and with it every other letter on its way to the same address. */
async function complete(
  tx: Transaction,
  deviceId: string,
  which: ReturnType<typeof eq>,
  now: Date,
): Promise<Result<{ token: string }, "code_expired">> {
  const [used] = await tx.update(signIn).set({ usedAt: now }).where(usable(which, now)).returning();
  const known = used && (await findByAddress(tx, used.email));
  if (!used || !known) return refused("code_expired");
  await tx
    .update(signIn)
    .set({ usedAt: now })
    .where(and(eq(signIn.email, used.email), isNull(signIn.usedAt)));
  const personId = known.personId ?? (await makePerson(tx, used.email, known.name));
  return granted({ token: await signInDevice(tx, deviceId, personId, now) });
}

/** The person of a proven address, made if this is their first time. */
async function makePerson(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.insert(person).values({ id: newId(), email, name }).onConflictDoNothing();
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  return row!.id;
}

/**
 * Makes a device somebody's. Its token is replaced, so that one planted or overheard before is worth nothing
 * (session fixation, OWASP ASVS 5, 7.2.4).
 *
 * @returns the new token for the cookie, shown this once
 */
export async function signInDevice(tx: Transaction, deviceId: string, personId: string, now: Date) {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + DEVICE_DAYS * 24 * 3_600_000);
  const [row] = await tx
    .update(device)
    .set({ tokenHash: hashToken(token), personId, seenAt: now, expiresAt })
    .where(eq(device.id, deviceId))
    .returning({ id: device.id });
  if (!row) throw new Error("a device that is gone cannot sign in");
  await record(tx, {
    eventId: null,
    at: now,
    actor: "crew",
    actorId: personId,
    act: "signed_in",
    subjectId: personId,
  });
  return token;
}
