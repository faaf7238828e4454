/** Adding a passkey: whoever has one proves it first, whoever has none their mailbox, a moment ago. */
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { rotateDevice } from "#db/device.ts";
import { newId, newToken } from "#db/id.ts";
import { bumpStanding } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { newChallenge, takeChallenge } from "#db/passkey/challenge.ts";
import { type AtBrowser, readStanding } from "#db/passkey.ts";
import { spend } from "#db/rate-limit.ts";
import { device } from "#db/schema/device.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person } from "#db/schema/person.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type Site, type WhyNotAdd, whyNotAdd } from "#domain/passkey.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type AddingOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;

/** ES256 and RS256, which every key and browser knows one of. */
const ALGORITHMS = [-7, -257];

/** What a browser asks its keys by. @param product what the key is told that it is for */
export async function beginAdding(
  db: Database,
  site: Site,
  who: AtBrowser & { email: string; name: string },
  product: string,
  now: Date,
): Promise<Result<AddingOptions, WhyNotAdd | "too_many">> {
  const spent = await spend(db, [{ limit: "passkey_by_device", by: who.deviceId }], now);
  if (!spent.ok) return spent;
  const no = whyNotAdd(await readStanding(db, who), now);
  if (no) return refused(no);
  const known = await db.select().from(passkey).where(eq(passkey.personId, who.personId));
  const handle = known[0]?.handle ?? newToken();
  const adding = { personId: who.personId, handle };
  const challenge = await newChallenge(db, who.deviceId, adding, now);
  return granted(
    await generateRegistrationOptions({
      ...{ rpName: product, rpID: site.id, userName: who.email, userDisplayName: who.name },
      userID: new Uint8Array(Buffer.from(handle, "base64url")),
      challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
      attestationType: "none",
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
}

type AddRefusal = WhyNotAdd | "passkey_expired" | "passkey_wrong" | "passkey_there";

/**
 * Keeps the public half of a key, and mails its owner. The browser counts as signed in with it.
 * @param answer of the browser
 * @returns the device's new token; refused `passkey_expired` for a challenge that is used up, too old or another browser's,
 *   `passkey_wrong` for an answer that is not right, `passkey_there` for a key that is somebody's already
 */
export async function addPasskey(
  db: Database,
  site: Site,
  who: AtBrowser,
  { name, answer }: { name: string; answer: RegistrationResponseJSON },
  now: Date,
): Promise<Result<{ token: string }, AddRefusal>> {
  const taken = await takeChallenge(db, who.deviceId, answer, who.personId, now);
  if (!taken) return refused("passkey_expired");
  const key = await keyIn(site, answer, taken.challenge);
  if (!key) return refused("passkey_wrong");
  return transact<{ token: string }, AddRefusal>(db, async (tx) => {
    const me = await lockPerson(tx, who.personId);
    const no = me ? whyNotAdd(await readStanding(tx, who), now) : "sign_in_again";
    if (!me || no) return refused(no ?? "sign_in_again");
    const id = newId();
    const row = { id, personId: me.id, name, handle: taken.handle!, ...key, createdAt: now, usedAt: now };
    const added = await tx.insert(passkey).values(row).onConflictDoNothing().returning({ id: passkey.id });
    if (added.length === 0) return refused("passkey_there");
    await tx.update(device).set({ passkeyId: id, passkeyAt: now }).where(eq(device.id, who.deviceId));
    const token = await rotateDevice(tx, who.deviceId, now);
    await noteOwn(tx, me, { act: "add_passkey", id, name, now });
    await bumpStanding(tx, [me.id]);
    return granted({ token });
  });
}

/** Null for an answer that is of another site, without its owner's word, or not as it should be. */
async function keyIn(site: Site, answer: RegistrationResponseJSON, challenge: string) {
  const said = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!said?.verified) return null;
  const { id, publicKey, counter, transports = [] } = said.registrationInfo.credential;
  return {
    ...{ credentialId: id, counter, transports: transports.join(",").slice(0, 100) },
    publicKey: Buffer.from(publicKey).toString("base64url"),
  };
}

type Person = { id: string; email: string; name: string };

/** Whoever adds and removes passkeys of one person takes turns. Null for somebody who is gone. */
export async function lockPerson(tx: Store, personId: string): Promise<Person | null> {
  const [row] = await tx
    .select({ id: person.id, email: person.email, name: person.name })
    .from(person)
    .where(eq(person.id, personId))
    .for("update");
  return row ?? null;
}

/** Logs what somebody did with a passkey of theirs, and mails them. */
export async function noteOwn(
  tx: Transaction,
  me: Person,
  { act, id, name, now }: { act: "add_passkey" | "remove_passkey"; id: string; name: string; now: Date },
): Promise<void> {
  const kind = act === "add_passkey" ? ("passkey_added" as const) : ("passkey_removed" as const);
  await record(tx, { eventId: null, at: now, actor: "crew", actorId: me.id, act, subjectId: me.id });
  await post(tx, { eventId: null, kind, occasion: id, recipient: me.email, facts: { name } });
}
