/** A count as a field sends it: what is taken, and what is said of what is not. Who may is in permission.test.ts. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { countHandsOf } from "#app/e/[event]/desk/pitches/count.ts";
import type { CountAnswer } from "#components/pitch/count-field.tsx";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { readCounted } from "#db/pitch/count.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { pitchDesk } from "#messages/en/pitch-desk.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Fields, formOf } from "#tests/support/forms.ts";
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

async function signedIn() {
  const camp = await makeCamp(db, { phase: "pitching" });
  const me = await makeOrganiser(db, camp);
  const { id: pitch } = pitchForm("Job swaps");
  await bringPitchFor(db, me, { ...pitchForm("Job swaps"), id: pitch }, [], NOON);
  ({ token: asker.token } = await startDevice(db, { personId: me.personId }));
  const before: CountAnswer = { refusal: null, noted: null };
  const send = (fields: Fields) =>
    countHandsOf(camp.slug, before, formOf({ pitch, what: "room", ...fields }));
  const noted = async () => (await readCounted(db, camp.id)).get(pitch)?.room ?? null;
  return { send, noted, camp };
}

test("a number is noted, nothing is no count, and what is no number changes neither", async () => {
  const { send, noted } = await signedIn();
  expect(await send({ hands: " 23 " })).toEqual({ refusal: null, noted: "23" });
  expect(await noted()).toBe(23);
  for (const hands of ["-1", "2.5", "1e2", "0x10", "10001", "many"])
    expect(await send({ hands })).toEqual({ refusal: pitchDesk.counted.outside, noted: null });
  expect(await noted()).toBe(23);
  expect(await send({ hands: "" })).toEqual({ refusal: null, noted: "" });
  expect(await noted()).toBeNull();
});

test("while counts are kept, Enter in a field that nobody touched takes no count away", async () => {
  const { send, noted, camp } = await signedIn();
  await db.update(event).set({ tally: "after_closed" }).where(eq(event.id, camp.id));
  await send({ hands: "17", touched: "yes" });
  expect(await send({ hands: "" })).toEqual({ refusal: null, noted: null });
  expect(await noted()).toBe(17);
  expect(await send({ hands: "", touched: "yes" })).toEqual({ refusal: null, noted: "" });
  expect(await noted()).toBeNull();
});

test("what no field of ours sends is refused", async () => {
  const { send } = await signedIn();
  const what = async (fields: Fields) => (await send({ hands: "3", ...fields })).refusal;
  expect(await what({ what: "air" })).toEqual(refusal.bad_input);
  expect(await what({ pitch: "1" })).toEqual(refusal.bad_input);
  expect(await what({ pitch: newId() })).toEqual(refusal.not_found);
});
