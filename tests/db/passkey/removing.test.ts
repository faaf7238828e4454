/** Removing a passkey: of one's own, with a passkey, and never the last where one is needed. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { removePasskey } from "#db/passkey/removing.ts";
import { listPasskeys } from "#db/passkey.ts";
import { device } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { findViewer } from "#db/viewer.ts";
import { RECENT_MS } from "#domain/passkey.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { addKey, browserOf, granted, mailsTo, organiserAt, signInWith } from "#tests/support/passkeys.ts";

// A device lives by the clock of the process that reads it.
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const organiser = () => organiserAt(db, now);
describe("removing one", () => {
  it("ends other browsers that used it, leaves the others, and mails its owner", async () => {
    const { at } = await organiser();
    const first = await addKey(db, at, now);
    const second = await addKey(db, at, now);
    const [withFirst, withSecond] = [(await startDevice(db, {})).id, (await startDevice(db, {})).id];
    granted(await signInWith(db, withFirst, first.key, now));
    granted(await signInWith(db, withSecond, second.key, now));
    const [gone] = await listPasskeys(db, at);
    granted(await removePasskey(db, at, gone!.id, now));
    expect(await signInWith(db, withSecond, first.key, now)).toEqual({
      ok: false,
      refusal: "passkey_unknown",
    });
    const left = await db.select({ id: device.id }).from(device).where(eq(device.personId, at.personId));
    expect(left.map(({ id }) => id).sort()).toEqual([at.deviceId, withSecond].sort());
    expect(await mailsTo(db, at.personId)).toEqual(["passkey_added", "passkey_added", "passkey_removed"]);
    expect((await findViewer(db, second.token, null)).passkey).toBe(true);
    granted(await removePasskey(db, at, gone!.id, now));
  });

  it("takes the passkey itself, and is of one's own alone", async () => {
    const { at } = await organiser();
    await addKey(db, at, now);
    const [mine] = await listPasskeys(db, at);
    const stolen = await browserOf(db, at.personId, now);
    expect(await removePasskey(db, stolen, mine!.id, now)).toEqual({ ok: false, refusal: "passkey_first" });
    expect(await removePasskey(db, at, mine!.id, later(RECENT_MS + 1))).toEqual({
      ok: false,
      refusal: "passkey_again",
    });
    const other = await organiser();
    await addKey(db, other.at, now);
    granted(await removePasskey(db, other.at, mine!.id, now));
    expect((await listPasskeys(db, at)).length).toBe(1);
  });

  it("leaves the last one of somebody of whom a camp requires one", async () => {
    const { at, camp } = await organiser();
    await addKey(db, at, now);
    const [mine] = await listPasskeys(db, at);
    await db.update(event).set({ passkeyRequired: true }).where(eq(event.id, camp.id));
    expect(await removePasskey(db, at, mine!.id, now)).toEqual({ ok: false, refusal: "passkey_last" });
    await addKey(db, at, now);
    granted(await removePasskey(db, at, mine!.id, now));
    expect((await listPasskeys(db, at)).length).toBe(1);
  });
});
