/** What keys are asked to sign: random, kept as a hash, for one browser, and used up by the first answer. */
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { hashToken, newToken } from "#db/id.ts";
import { passkeyChallenge } from "#db/schema/passkey-challenge.ts";
import { CHALLENGE_MS } from "#domain/passkey.ts";

/** Who adds a passkey, and the handle that it is to have. */
type Adding = { personId: string; handle: string };

/** Several tabs of a browser have one each. @param adding null where a passkey is used @returns the challenge, base64url */
export async function newChallenge(
  db: Store,
  deviceId: string,
  adding: Adding | null,
  now: Date,
): Promise<string> {
  const challenge = newToken();
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
  await db.insert(passkeyChallenge).values({ hash: hashToken(challenge), deviceId, ...adding, expiresAt });
  return challenge;
}

/** What the answer of a key says it signed. */
export type Signed = { response: { clientDataJSON: string } };

export type Taken = { challenge: string; handle: string | null };

/**
 * Uses up the challenge that an answer says it signed, whatever becomes of the answer: of two at once, one has it.
 * @param personId who adds a passkey; null where one is used
 * @returns null unless this browser was given it for that, a moment ago, and it was not used so far
 */
export async function takeChallenge(
  db: Store,
  deviceId: string,
  { response }: Signed,
  personId: string | null,
  now: Date,
): Promise<Taken | null> {
  const challenge = challengeIn(response.clientDataJSON);
  if (challenge === null) return null;
  const [taken] = await db
    .delete(passkeyChallenge)
    .where(
      and(
        eq(passkeyChallenge.hash, hashToken(challenge)),
        eq(passkeyChallenge.deviceId, deviceId),
        personId === null ? isNull(passkeyChallenge.personId) : eq(passkeyChallenge.personId, personId),
        gt(passkeyChallenge.expiresAt, now),
      ),
    )
    .returning({ handle: passkeyChallenge.handle });
  return taken ? { challenge, handle: taken.handle } : null;
}

/** Null for what is no such JSON. What it says beside this is looked at as the signature is. */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}
