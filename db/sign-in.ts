/**
 * Signing in by mail (OWASP ASVS 5, 6.6): a code for the browser that asked, and a link for any, confirmed by a button.
 */
import { and, desc, eq, exists, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { hashCode, isCode } from "#db/code.ts";
import type { Database, Store } from "#db/connection.ts";
import { rotateDevice } from "#db/device.ts";
import { hashToken, newCode, newId, newToken } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { device, signIn, ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { person, role } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { sameAddress } from "#domain/email-address.ts";
import { LIVE } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** How long a code and its link work, from when the mail goes out. */
export const MINUTES_TO_SIGN_IN = 10;
export const TRIES = 5;

/** How long the page waits for a code, and how late a mail may still go out. */
const MINUTES_TO_WAIT = 60;

type Asked = { id: string; email: string };

type SignedIn = { token: string; next: string };

const minutes = (now: Date, n: number) => new Date(now.getTime() + n * 60_000);

/**
 * Asks to sign in. A known address gets one mail, an unknown one none, and nothing tells which: neither the answer, nor
 * what is counted, nor the time it takes, because code and link are made when the mail goes out.
 * @param deviceId the browser that asks, and where the code will work
 * @param next the page they came from, as `wayBack` gives it
 * @returns refused `too_many` when this browser asked too often, `mail_held_back` when this address was asked for too
 *   often: the link in the newest mail still works. When all together ask too often, only whoever runs a camp is still
 *   mailed, and everybody gets the same answer, so that nobody learns who does
 */
export async function askToSignIn(
  db: Database,
  deviceId: string,
  email: string,
  now: Date,
  next: string | null = null,
): Promise<Result<Asked, "too_many" | "mail_held_back">> {
  const address = sameAddress(email);
  const byDevice = await spend(db, [{ limit: "sign_in_by_device", by: deviceId }], now);
  if (!byDevice.ok) return byDevice;
  const answer = await mayBeMailed(db, deviceId, address, now);
  if (answer === "held_back") return refused("mail_held_back");
  const id = newId();
  return transact(db, async (tx) => {
    const expiresAt = minutes(now, MINUTES_TO_WAIT);
    await tx.insert(signIn).values({ id, deviceId, email: address, next, expiresAt, createdAt: now });
    if ((await findByAddress(tx, address)) && answer === "mailed")
      await post(tx, { eventId: null, kind: "sign_in", occasion: id, recipient: address, facts: {} });
    return granted({ id, email: address });
  });
}

/**
 * A browser that acts for the address already has its own allowance. Strangers share that of the address, and one for
 * everybody; whoever runs a camp is not held back by the latter.
 * @returns `silent` when it is answered as if it were mailed
 */
async function mayBeMailed(
  db: Database,
  deviceId: string,
  address: string,
  now: Date,
): Promise<"mailed" | "silent" | "held_back"> {
  const by = `${deviceId} ${address}`;
  if (await isAtHome(db, deviceId, address))
    return (await spend(db, [{ limit: "sign_in_by_known_device", by }], now)).ok ? "mailed" : "held_back";
  if (!(await spend(db, [{ limit: "sign_in_by_address", by: address }], now)).ok) return "held_back";
  const shared = await spend(db, [{ limit: "sign_in_everywhere", by: "" }], now);
  return shared.ok || (await runsACamp(db, address)) ? "mailed" : "silent";
}

/** Whether this browser is signed in with the address, or holds a ticket of it. */
async function isAtHome(db: Database, deviceId: string, address: string): Promise<boolean> {
  const held = db
    .select({ id: registration.id })
    .from(ticket)
    .innerJoin(registration, eq(registration.id, ticket.registrationId))
    .where(and(eq(ticket.deviceId, device.id), eq(registration.email, address)));
  const found = await db
    .select({ id: device.id })
    .from(device)
    .leftJoin(person, eq(person.id, device.personId))
    .where(and(eq(device.id, deviceId), or(eq(person.email, address), exists(held))));
  return found.length > 0;
}

async function runsACamp(db: Store, address: string): Promise<boolean> {
  const crew = db.select({ id: role.personId }).from(role).where(eq(role.personId, person.id));
  return (await db.$count(person, and(eq(person.email, address), or(person.owner, exists(crew))))) > 0;
}

/**
 * Called when the mail goes out, so that the outbox holds no secret. @returns null when nobody waits for it any more
 */
export async function mintSignIn(
  tx: Store,
  signInId: string,
  now: Date,
): Promise<{ code: string; token: string; goodUntil: string } | null> {
  const [code, token, until] = [newCode(), newToken(), minutes(now, MINUTES_TO_SIGN_IN)];
  const [asked] = await tx
    .update(signIn)
    .set({ codeHash: await hashCode(code), linkHash: hashToken(token), tries: 0, expiresAt: until })
    .where(
      and(
        eq(signIn.id, signInId),
        isNull(signIn.usedAt),
        gt(signIn.createdAt, minutes(now, -MINUTES_TO_WAIT)),
      ),
    )
    .returning({ id: signIn.id });
  return asked ? { code, token, goodUntil: until.toISOString() } : null;
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

/** The newest sign-in this browser waits for. It says nothing about whether the address is known. */
export async function findAsked(db: Store, deviceId: string, now: Date): Promise<Asked | null> {
  const [row] = await db
    .select({ id: signIn.id, email: signIn.email })
    .from(signIn)
    .where(
      and(
        eq(signIn.deviceId, deviceId),
        isNull(signIn.usedAt),
        gt(signIn.createdAt, minutes(now, -MINUTES_TO_WAIT)),
      ),
    )
    .orderBy(desc(signIn.createdAt), desc(signIn.id))
    .limit(1);
  return row ?? null;
}

/**
 * @returns the device's new token, and the page to go on to; refused `wrong_code`, `too_many_tries` after the fifth, or `code_expired` for the
 *   right code too late: guessing never reveals whether there was one
 */
export async function signInByCode(
  db: Database,
  deviceId: string,
  code: string,
  now: Date,
): Promise<Result<SignedIn, "wrong_code" | "too_many_tries" | "code_expired">> {
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

/** Changes nothing: mail scanners open links too. */
export async function isLinkGood(db: Store, token: string, now: Date): Promise<boolean> {
  return (await db.$count(signIn, usable(eq(signIn.linkHash, hashToken(token)), now))) > 0;
}

/** Refused `code_expired` when the link is used or too old. */
export async function signInByLink(
  db: Database,
  deviceId: string,
  token: string,
  now: Date,
): Promise<Result<SignedIn, "code_expired">> {
  return transact(db, async (tx) => complete(tx, deviceId, eq(signIn.linkHash, hashToken(token)), now));
}

const usable = (which: ReturnType<typeof eq>, now: Date) =>
  and(which, isNull(signIn.usedAt), gt(signIn.expiresAt, now));

/** Uses the sign-in up, and every other one for the same address. */
async function complete(
  tx: Transaction,
  deviceId: string,
  which: ReturnType<typeof eq>,
  now: Date,
): Promise<Result<SignedIn, "code_expired">> {
  const [used] = await tx.update(signIn).set({ usedAt: now }).where(usable(which, now)).returning();
  const known = used && (await findByAddress(tx, used.email));
  if (!used || !known) return refused("code_expired");
  await tx
    .update(signIn)
    .set({ usedAt: now })
    .where(and(eq(signIn.email, used.email), isNull(signIn.usedAt)));
  const personId = known.personId ?? (await makePerson(tx, used.email, known.name));
  const next = used.next ?? (await homeOf(tx, used.email));
  return granted({ token: await signInDevice(tx, deviceId, personId, now), next });
}

/** Whoever helps to run a camp goes to the desk, and everybody else to the camp they are registered for. */
async function homeOf(tx: Transaction, email: string): Promise<string> {
  if (await runsACamp(tx, email)) return "/desk";
  const [camp] = await tx
    .select({ slug: event.slug })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(and(eq(registration.email, email), inArray(registration.status, [...LIVE])))
    .orderBy(desc(event.day), desc(event.id))
    .limit(1);
  return camp ? `/e/${camp.slug}/me` : "/desk";
}

async function makePerson(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.insert(person).values({ id: newId(), email, name }).onConflictDoNothing();
  const [row] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  return row!.id;
}

/**
 * Signs a device in, under a new token.
 * @param passkeyId the passkey that did it; without one, what a passkey proved here of the same person still stands
 * @returns the token for the cookie, shown this once
 */
export async function signInDevice(
  tx: Transaction,
  deviceId: string,
  personId: string,
  now: Date,
  passkeyId: string | null = null,
) {
  const kept = sql`case when ${device.personId} = ${personId} then ${device.passkeyId} end`;
  const proven = passkeyId ? { passkeyId, passkeyAt: now } : { passkeyId: kept };
  await tx
    .update(device)
    .set({ personId, signedInAt: now, ...proven })
    .where(eq(device.id, deviceId));
  const token = await rotateDevice(tx, deviceId, now);
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
