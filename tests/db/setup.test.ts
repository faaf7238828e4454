/** The first owner: one link, one use, one owner. */
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { isSetupLinkGood, mintSetupLink, setUp } from "#db/setup.ts";
import { findViewer } from "#db/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";

const now = new Date("2026-07-01T08:00:00Z");
let db: Database;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});

test("the newest link makes exactly one of two hasty readers the owner, and then there are no more links", async () => {
  const tokenOf = (path: string | null) => path!.slice("/setup/".length);
  const old = tokenOf(await mintSetupLink(db, now));
  const token = tokenOf(await mintSetupLink(db, now));
  expect(await isSetupLinkGood(db, old, now)).toBe(false);
  expect(await isSetupLinkGood(db, token, new Date(now.getTime() + 73 * 3_600_000))).toBe(false);
  expect(await isSetupLinkGood(db, token, now)).toBe(true);

  const [one, two] = [await startDevice(db, {}), await startDevice(db, {})];
  const answers = await Promise.all([
    setUp(db, one.id, { token, name: "Ama Boateng", email: "ama@sandwell.example" }, now),
    setUp(db, two.id, { token, name: "Mallory", email: "mallory@evil.example" }, now),
  ]);
  const winners = answers.filter((answer) => answer.ok);
  expect(winners).toHaveLength(1);
  const viewer = await findViewer(db, winners[0]!.value.token, null);
  expect(viewer.owner?.personId).toBe(viewer.person?.id);
  expect(await mintSetupLink(db, now)).toBeNull();
});
