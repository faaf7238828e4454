/** People with browsers and passkeys, through the same commands as the real ones. */
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { addPasskey, beginAdding } from "#db/passkey/adding.ts";
import { beginUsing, signInByPasskey } from "#db/passkey/using.ts";
import type { AtBrowser } from "#db/passkey.ts";
import { signInDevice } from "#db/sign-in.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { SITE, SoftKey } from "./soft-key.ts";

/** @throws a refusal, by its name */
export function granted<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

export type Browser = AtBrowser & { token: string };

/** A browser that was signed in by mail at that instant. */
export async function browserOf(db: Database, personId: string, now: Date): Promise<Browser> {
  const { id } = await startDevice(db, {});
  const token = await db.transaction((tx) => signInDevice(tx, id, personId, now));
  return { personId, deviceId: id, token };
}

/** Adds a passkey there, which leaves the browser with another cookie. */
export async function addKey(db: Database, at: AtBrowser, now: Date, key = new SoftKey()) {
  const who = { ...at, email: "ama@example.org", name: "Ama" };
  const options = granted(await beginAdding(db, SITE, who, "Wallchart", now));
  const { token } = granted(
    await addPasskey(db, SITE, at, { name: "Phone", answer: key.make(options) }, now),
  );
  return { key, token };
}

/** Signs a browser in with a passkey. @returns its new cookie, or why not */
export async function signInWith(db: Database, deviceId: string, key: SoftKey, now: Date) {
  const options = granted(await beginUsing(db, SITE, deviceId, now));
  return signInByPasskey(db, SITE, deviceId, key.use(options), now);
}
