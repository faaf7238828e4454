/** Signing in with a passkey: what a key must prove, and that nothing is used twice. */
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { addPasskey } from "#db/passkey/adding.ts";
import { beginUsing, signInByPasskey } from "#db/passkey/using.ts";
import type { AtBrowser } from "#db/passkey.ts";
import { passkeyChallenge } from "#db/schema/passkey-challenge.ts";
import { signInDevice } from "#db/sign-in.ts";
import { findViewer } from "#db/viewer.ts";
import { CHALLENGE_MS } from "#domain/passkey.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { addKey, begunAt, granted, mailsTo, organiserAt, signInWith } from "#tests/support/passkeys.ts";
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

describe("signing in with one", () => {
  /** A key of an organiser, and a browser of nobody that asked to sign in. */
  async function asking(key = new SoftKey()) {
    const { at } = await organiser();
    await addKey(db, at, now, key);
    const { id } = await startDevice(db, {});
    return { at, key, deviceId: id, options: granted(await beginUsing(db, SITE, id, now)) };
  }

  it("names nobody and no key when it asks", async () => {
    const { options } = await asking();
    expect([options.allowCredentials ?? [], options.userVerification, options.rpId]).toEqual([
      [],
      "required",
      "camp.example",
    ]);
  });

  it.each([
    ["another site's page", { origin: "https://evil.example" }, "passkey_wrong"],
    ["another site's key", { rpId: "evil.example" }, "passkey_wrong"],
    ["a key whose owner was not asked", { unverified: true }, "passkey_wrong"],
    ["another challenge", { challenge: "A".repeat(43) }, "passkey_expired"],
    ["a key that says that it is somebody else's", { handle: "B".repeat(43) }, "passkey_wrong"],
  ] as const)("refuses %s", async (_, otherwise, refusal) => {
    const { key, deviceId, options } = await asking();
    expect(await signInByPasskey(db, SITE, deviceId, key.use(options, otherwise), now)).toEqual({
      ok: false,
      refusal,
    });
  });

  it("refuses a signature over anything else, and another person's key under this one's name", async () => {
    const one = await asking();
    const answer = one.key.use(one.options);
    const { response } = answer;
    const flipped = `${response.signature.slice(0, -4)}AAAA`;
    const changed = { ...answer, response: { ...response, signature: flipped } };
    expect(await signInByPasskey(db, SITE, one.deviceId, changed, now)).toEqual({
      ok: false,
      refusal: "passkey_wrong",
    });
    const two = await asking();
    const signed = two.key.use(two.options);
    const passedOff = { ...signed, id: answer.id, rawId: answer.rawId };
    expect(await signInByPasskey(db, SITE, two.deviceId, passedOff, now)).toEqual({
      ok: false,
      refusal: "passkey_wrong",
    });
  });

  it("takes a challenge only from the browser that asked, for what it asked, and for five minutes", async () => {
    const { at, key, deviceId, options } = await asking();
    const thief = (await startDevice(db, {})).id;
    const gone = { ok: false, refusal: "passkey_expired" };
    expect(await signInByPasskey(db, SITE, thief, key.use(options), now)).toEqual(gone);
    const late = later(CHALLENGE_MS);
    expect(await signInByPasskey(db, SITE, deviceId, key.use(options), late)).toEqual(gone);
    const adding = { name: "Phone", answer: new SoftKey().make({ ...granted(await begun(at)), ...options }) };
    expect(await addPasskey(db, SITE, { ...at, deviceId }, adding, now)).toEqual(gone);
    granted(await signInByPasskey(db, SITE, deviceId, key.use(options), now));
  });

  it("uses a challenge up by the first answer, also a wrong one", async () => {
    const { key, deviceId, options } = await asking();
    const answer = key.use(options);
    granted(await signInByPasskey(db, SITE, deviceId, answer, now));
    const again = { ok: false, refusal: "passkey_expired" };
    expect(await signInByPasskey(db, SITE, deviceId, answer, now)).toEqual(again);
    const other = await asking();
    const wrong = other.key.use(other.options, { unverified: true });
    await signInByPasskey(db, SITE, other.deviceId, wrong, now);
    expect(await signInByPasskey(db, SITE, other.deviceId, other.key.use(other.options), now)).toEqual(again);
  });

  it("lets one of two answers to a challenge in that come at once", async () => {
    // Seen to let all eight in where the challenge was read first and deleted afterwards: here all have come before one goes on.
    const { key, deviceId, options } = await asking(new SoftKey({ counts: false }));
    const answers = Array.from({ length: 8 }, () => key.use(options));
    const { coming } = await db.transaction(async (tx) => {
      const mine = eq(passkeyChallenge.deviceId, deviceId);
      await tx.select().from(passkeyChallenge).where(mine).for("update");
      const coming = answers.map((each) => signInByPasskey(db, SITE, deviceId, each, now));
      await sleep(500);
      // Within an object: a list would be waited for before the lock goes.
      return { coming };
    });
    const done = await Promise.all(coming);
    expect(done.filter(({ ok }) => ok).length).toBe(1);
  });

  it("refuses a key that counted back, and mails its owner once", async () => {
    const { at, key, deviceId } = await asking();
    granted(await signInWith(db, deviceId, key, now));
    key.counter -= 1;
    expect(await signInWith(db, deviceId, key, now)).toEqual({ ok: false, refusal: "passkey_copied" });
    key.counter -= 1;
    expect(await signInWith(db, deviceId, key, now)).toEqual({ ok: false, refusal: "passkey_copied" });
    expect(await mailsTo(db, at.personId)).toEqual(["passkey_added", "passkey_refused"]);
    granted(await signInWith(db, deviceId, key, now));
  });

  it("counts under a lock: of two answers with one count the second is a copy's", async () => {
    const { key, deviceId } = await asking();
    const options = [
      granted(await beginUsing(db, SITE, deviceId, now)),
      granted(await beginUsing(db, SITE, deviceId, now)),
    ];
    const answers = options.map((each) => {
      key.counter = 20;
      return key.use(each);
    });
    const done = await Promise.all(answers.map((each) => signInByPasskey(db, SITE, deviceId, each, now)));
    expect(done.map((it) => (it.ok ? "in" : it.refusal)).sort()).toEqual(["in", "passkey_copied"]);
  });

  it("takes a key that counts nothing as often as it likes", async () => {
    const { key, deviceId } = await asking(new SoftKey({ counts: false }));
    for (let n = 0; n < 3; n++) granted(await signInWith(db, deviceId, key, now));
  });

  it("asks a browser for no more than so many in an hour", async () => {
    const { id } = await startDevice(db, {});
    const all = [];
    for (let n = 0; n <= LIMITS.passkey_by_device.most; n++) all.push(await beginUsing(db, SITE, id, now));
    expect(all.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: "too_many" }]);
  });

  it("is forgotten with somebody else: their mail signs the browser in, and proves no passkey", async () => {
    const { at, key, deviceId } = await asking();
    granted(await signInWith(db, deviceId, key, now));
    const same = await db.transaction((tx) => signInDevice(tx, deviceId, at.personId, now));
    expect((await findViewer(db, same, null)).passkey).toBe(true);
    const other = (await organiser()).crew.personId;
    const token = await db.transaction((tx) => signInDevice(tx, deviceId, other, now));
    expect((await findViewer(db, token, null)).passkey).toBe(false);
    const back = await db.transaction((tx) => signInDevice(tx, deviceId, at.personId, now));
    expect((await findViewer(db, back, null)).passkey).toBe(false);
  });
});
