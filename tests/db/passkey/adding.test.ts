/** Adding a passkey: what a mailbox alone cannot do, and what a key must prove. */
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { forget } from "#db/forget.ts";
import { addPasskey } from "#db/passkey/adding.ts";
import { type AtBrowser, listPasskeys } from "#db/passkey.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { passkey } from "#db/schema/passkey.ts";
import { passkeyChallenge } from "#db/schema/passkey-challenge.ts";
import { person, role } from "#db/schema/person.ts";
import { findViewer } from "#db/viewer.ts";
import { MOST } from "#domain/limits.ts";
import { CHALLENGE_MS, RECENT_MS } from "#domain/passkey.ts";
import { makeCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  addKey,
  begunAt,
  browserOf,
  granted,
  mailsTo,
  organiserAt,
  signInWith,
} from "#tests/support/passkeys.ts";
import { SITE, SoftKey } from "#tests/support/soft-key.ts";

// A device lives by the clock of the process that reads it.
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const organiser = () => organiserAt(db, now);
const begun = (at: AtBrowser, when = now) => begunAt(db, at, when);

describe("adding one", () => {
  it("asks for a key that says by itself whose it is, and for its owner's word, and names no person", async () => {
    const { at } = await organiser();
    const options = granted(await begun(at));
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: "required",
      userVerification: "required",
    });
    expect([options.rp.id, options.attestation]).toEqual(["camp.example", "none"]);
    expect(options.user.id).toMatch(/^[\w-]{43}$/);
    expect(options.challenge).toMatch(/^[\w-]{43}$/);
    const kept = await db.select().from(passkeyChallenge).where(eq(passkeyChallenge.deviceId, at.deviceId));
    expect(kept.map(({ hash }) => hash)).not.toContain(options.challenge);
  });

  it("lets its owner sign in in another browser, under a fresh token, and mails them", async () => {
    const { at, camp } = await organiser();
    const { key, token } = await addKey(db, at, now);
    expect(token).not.toBe(at.token);
    expect(await findViewer(db, at.token, null)).toMatchObject({ person: null });
    const other = await startDevice(db, {});
    const signedIn = granted(await signInWith(db, other.id, key, now));
    expect(await findViewer(db, other.token, null)).toMatchObject({ person: null });
    const viewer = await findViewer(db, signedIn.token, camp.id);
    expect(viewer).toMatchObject({ person: { id: at.personId }, passkey: true });
    expect(viewer.crew?.roles).toEqual(["organiser"]);
    expect(await listPasskeys(db, { ...at, deviceId: other.id })).toMatchObject([
      { name: "Phone", here: true, usedAt: now.toISOString() },
    ]);
    expect(await mailsTo(db, at.personId)).toEqual(["passkey_added"]);
    expect(await db.$count(audit, and(eq(audit.actorId, at.personId), eq(audit.act, "add_passkey")))).toBe(1);
  });

  it("takes a sign-in by mail a moment ago", async () => {
    const { at } = await organiser();
    expect(await begun(at, later(RECENT_MS + 1))).toEqual({ ok: false, refusal: "sign_in_again" });
    const options = granted(await begun(at, later(RECENT_MS)));
    const answer = { name: "Phone", answer: new SoftKey().make(options) };
    expect(await addPasskey(db, SITE, at, answer, later(RECENT_MS + 1))).toEqual({
      ok: false,
      refusal: "sign_in_again",
    });
  });

  it("is not for whoever is everybody that tries a demo, and is for those who run another camp too", async () => {
    const { camp, at } = await organiser();
    const before = granted(await begun(at));
    await db.update(event).set({ demo: true }).where(eq(event.id, camp.id));
    const no = { ok: false, refusal: "passkey_demo" };
    expect(await begun(at)).toEqual(no);
    const answer = { name: "Phone", answer: new SoftKey().make(before) };
    expect(await addPasskey(db, SITE, at, answer, now)).toEqual(no);
    await db.update(person).set({ owner: true }).where(eq(person.id, at.personId));
    expect((await begun(at)).ok).toBe(true);
    await db.update(person).set({ owner: false }).where(eq(person.id, at.personId));
    const real = await makeCamp(db);
    await db.insert(role).values({ eventId: real.id, personId: at.personId, role: "door" });
    expect((await begun(at)).ok).toBe(true);
  });

  it("takes the passkey of whoever has one: their mailbox alone adds none", async () => {
    const { at } = await organiser();
    const stolen = await browserOf(db, at.personId, now);
    const before = granted(await begun(stolen));
    const { key } = await addKey(db, at, now);
    expect(await begun(stolen)).toEqual({ ok: false, refusal: "passkey_first" });
    // Nor with a challenge from before.
    const answer = { name: "Theirs", answer: new SoftKey().make(before) };
    expect(await addPasskey(db, SITE, stolen, answer, now)).toEqual({ ok: false, refusal: "passkey_first" });
    granted(await signInWith(db, stolen.deviceId, key, now));
    await addKey(db, stolen, now);
    expect((await listPasskeys(db, at)).length).toBe(2);
  });

  it("gives all keys of a person one handle, and takes no key twice", async () => {
    const { at } = await organiser();
    const { key } = await addKey(db, at, now);
    const options = granted(await begun(at));
    expect(options.excludeCredentials?.map(({ id }) => id)).toEqual([key.id.toString("base64url")]);
    const again = { name: "Again", answer: key.make(options) };
    expect(await addPasskey(db, SITE, at, again, now)).toEqual({ ok: false, refusal: "passkey_there" });
    await addKey(db, at, now);
    const rows = await db.select().from(passkey).where(eq(passkey.personId, at.personId));
    expect(new Set(rows.map(({ handle }) => handle)).size).toBe(1);
  });

  it("stops at a handful, also where several are added at once", async () => {
    const { at } = await organiser();
    for (let n = 1; n < MOST.passkeys; n++) await addKey(db, at, now);
    // Seen to let all eight in without the lock of the person.
    const options = [];
    for (let n = 0; n < 8; n++) options.push(granted(await begun(at)));
    const done = await Promise.all(
      options.map((each) =>
        addPasskey(db, SITE, at, { name: "Last", answer: new SoftKey().make(each) }, now),
      ),
    );
    expect(done.map((it) => (it.ok ? "added" : it.refusal)).sort()).toEqual([
      "added",
      ...Array(7).fill("passkeys_full"),
    ]);
    expect((await listPasskeys(db, at)).length).toBe(MOST.passkeys);
  });

  it.each([
    ["another site's page", { origin: "https://camp.example.evil" }],
    ["another site's key", { rpId: "evil.example" }],
    ["a key whose owner was not asked", { unverified: true }],
  ])("refuses the answer of %s", async (_, otherwise) => {
    const { at } = await organiser();
    const answer = new SoftKey().make(granted(await begun(at)), otherwise);
    expect(await addPasskey(db, SITE, at, { name: "Phone", answer }, now)).toEqual({
      ok: false,
      refusal: "passkey_wrong",
    });
    expect(await listPasskeys(db, at)).toEqual([]);
  });
});

it("forgets what nobody answered in time", async () => {
  const { at } = await organiser();
  granted(await begun(at));
  const left = () => db.$count(passkeyChallenge, eq(passkeyChallenge.deviceId, at.deviceId));
  await forget(db, later(CHALLENGE_MS - 1));
  expect(await left()).toBe(1);
  await forget(db, later(CHALLENGE_MS + 1));
  expect(await left()).toBe(0);
});
