/** What the editor's actions answer with, where counts are kept from everybody. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectHeads } from "#app/e/[event]/desk/grid/actions.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { typeCount } from "#db/pitch/count.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { pitchForm } from "#tests/support/pitching.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

test("a draft brings what was counted by hand, and not while counts are kept", async () => {
  const camp = await makeCamp(db, { phase: "grid" });
  const me = await makeOrganiser(db, camp);
  const form = pitchForm("Job swaps");
  await bringPitchFor(db, me, form, [], NOON);
  await typeCount(db, me, { pitchId: form.id, what: "room", hands: 23 }, NOON);
  ({ token: asker.token } = await startDevice(db, { personId: me.personId }));
  const answered = async () =>
    (await expectHeads(camp.slug, { pitchId: form.id, expected: 9 })).desk!.draft.pitches[form.id];
  expect(await answered()).toMatchObject({ expected: 9, room: 23 });
  await db.update(event).set({ tally: "after_closed" }).where(eq(event.id, camp.id));
  expect(await answered()).toEqual({ hosts: [], before: 0, expected: 9 });
});
