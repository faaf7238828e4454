/** People with browsers and passkeys, through the same commands as the real ones. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { addPasskey, beginAdding } from "#db/passkey/adding.ts";
import { beginUsing, signInByPasskey } from "#db/passkey/using.ts";
import type { AtBrowser } from "#db/passkey.ts";
import { outbox } from "#db/schema/mail.ts";
import { signInDevice } from "#db/sign-in.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import { makeCamp, makeOrganiser } from "./camp.ts";
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
  const options = granted(await begunAt(db, at, now));
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

/** An organiser, signed in by mail at that instant. */
export async function organiserAt(db: Database, now: Date) {
  const camp = await makeCamp(db);
  const crew = await makeOrganiser(db, camp);
  return { camp, crew, at: await browserOf(db, crew.personId, now) };
}

/** The kinds of mail to an organiser of `makeOrganiser`. */
export async function mailsTo(db: Database, personId: string): Promise<string[]> {
  const email = `${personId}@example.org`;
  const rows = await db.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.recipient, email));
  return rows.map(({ kind }) => kind).sort();
}

/** What a browser is asked as somebody begins to add a passkey. */
export const begunAt = (db: Database, at: AtBrowser, now: Date) =>
  beginAdding(db, SITE, { ...at, email: "ama@example.org", name: "Ama" }, "Wallchart", now);
