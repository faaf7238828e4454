/** Signing in with a passkey, and showing it again where a browser is signed in already. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { post } from "#db/mail.ts";
import { newChallenge, takeChallenge } from "#db/passkey/challenge.ts";
import { spend } from "#db/rate-limit.ts";
import { passkey } from "#db/schema/passkey.ts";
import { person } from "#db/schema/person.ts";
import { signInDevice } from "#db/sign-in.ts";
import { transact } from "#db/transaction.ts";
import { isCopied, type Site } from "#domain/passkey.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type UsingOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/** What a browser asks its keys by. It names nobody and no key: which there are is the browser's to know. */
export async function beginUsing(
  db: Database,
  site: Site,
  deviceId: string,
  now: Date,
): Promise<Result<UsingOptions, "too_many">> {
  const spent = await spend(db, [{ limit: "passkey_by_device", by: deviceId }], now);
  if (!spent.ok) return spent;
  const challenge = await newChallenge(db, deviceId, null, now);
  return granted(
    await generateAuthenticationOptions({
      rpID: site.id,
      challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
      userVerification: "required",
    }),
  );
}

type UseRefusal = "passkey_expired" | "passkey_unknown" | "passkey_wrong" | "passkey_copied";

/**
 * Signs a browser in as the owner of the key, under a new token, also where it was signed in already.
 * @param answer of the browser
 * @returns the device's new token; refused `passkey_expired` for a challenge that is used up, too old or another browser's,
 *   `passkey_unknown` for a key that is nobody's, `passkey_wrong` for an answer that is not right, and `passkey_copied`
 *   for a key whose count went back, of which its owner is mailed once
 */
export async function signInByPasskey(
  db: Database,
  site: Site,
  deviceId: string,
  answer: AuthenticationResponseJSON,
  now: Date,
): Promise<Result<{ token: string }, UseRefusal>> {
  const taken = await takeChallenge(db, deviceId, answer, null, now);
  if (!taken) return refused("passkey_expired");
  const [known] = await db.select().from(passkey).where(eq(passkey.credentialId, answer.id));
  if (!known) return refused("passkey_unknown");
  const counter = await countIn(site, answer, taken.challenge, known);
  if (counter === null) return refused("passkey_wrong");
  const result = await transact<{ token: string }, UseRefusal>(db, async (tx) => {
    const [key] = await tx.select().from(passkey).where(eq(passkey.id, known.id)).for("update");
    if (!key) return refused("passkey_unknown");
    if (isCopied(key.counter, counter)) return refused("passkey_copied");
    await tx.update(passkey).set({ counter, usedAt: now }).where(eq(passkey.id, key.id));
    return granted({ token: await signInDevice(tx, deviceId, key.personId, now, key.id) });
  });
  if (!result.ok && result.refusal === "passkey_copied") await tellCopied(db, known.id, now);
  return result;
}

type PasskeyRow = typeof passkey.$inferSelect;

/** How often the key says it was used; null for an answer that is of another site or key, without its owner's word, or not as it should be. */
async function countIn(
  site: Site,
  answer: AuthenticationResponseJSON,
  challenge: string,
  { credentialId, publicKey, handle }: PasskeyRow,
): Promise<number | null> {
  if (answer.response.userHandle !== handle) return null;
  const said = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    // Its count is judged under a lock: two answers at once would each be the next.
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
      counter: 0,
    },
  }).catch(() => null);
  return said?.verified ? said.authenticationInfo.newCounter : null;
}

async function tellCopied(db: Database, passkeyId: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const [key] = await tx
      .select({ personId: person.id, email: person.email, name: passkey.name, counter: passkey.counter })
      .from(passkey)
      .innerJoin(person, eq(person.id, passkey.personId))
      .where(eq(passkey.id, passkeyId));
    if (!key) return;
    const { personId, email, name, counter } = key;
    const whose = { actor: "system" as const, actorId: null, subjectId: personId };
    await record(tx, { eventId: null, at: now, ...whose, act: "refuse_passkey" });
    const occasion = `${passkeyId}:${counter}`;
    await post(tx, { eventId: null, kind: "passkey_refused", occasion, recipient: email, facts: { name } });
  });
}
