/** Whom somebody names as they pitch is asked once the pitch is in the line, and what is wrong about it keeps the form. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bring } from "#app/e/[event]/pitch/actions.ts";
import type { PitchState } from "#components/pitch/state.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { listHostAsks } from "#db/pitch/host-asks.ts";
import { listPitches } from "#db/pitch.ts";
import { pitchForm as words } from "#messages/en/pitch-form.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf } from "#tests/support/forms.ts";
import { camper, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

async function setting() {
  const camp = await pitchingCamp(db);
  const mei = await camper(db, camp, "Mei");
  const { id, token } = await startDevice(db, {});
  await holdTicket(db, id, mei.registrationId);
  asker.token = token;
  const form = pitchForm("Job swaps");
  const press = (cohosts: string, more: Record<string, string> = {}): Promise<PitchState> =>
    bring(camp.slug, {} as never, formOf({ ...form, cohosts, ...more }));
  const asks = async () => (await listHostAsks(db, [form.id])).map(({ name }) => name);
  return { form, press, asks, listed: async () => listPitches(db, camp.eventId) };
}

test("those who are named are asked, and host nothing yet; a code of no badge is said to be none", async () => {
  const { form, press, asks, listed } = await setting();
  expect(await press(" Ama Boateng,, Rhys ,FHJKMQ")).toMatchObject({
    sent: { id: form.id, asked: { whom: ["Ama Boateng", "Rhys"], unknown: ["FHJKMQ"] } },
  });
  expect(await asks()).toEqual(["Ama Boateng", "Rhys"]);
  expect((await listed())[0]?.hosts).toEqual(["Mei"]);
  await press("Ama Boateng, Rhys");
  expect(await asks()).toEqual(["Ama Boateng", "Rhys"]);
});

test("four are too many, and nothing is sent; whatever is wrong, they are still in the form", async () => {
  const { press, asks, listed } = await setting();
  expect(await press("A, B, C, D")).toMatchObject({
    sent: null,
    cohosts: "A, B, C, D",
    errors: { cohosts: words.errors.cohosts },
  });
  expect(await press("Rhys", { title: " " })).toMatchObject({ sent: null, cohosts: "Rhys" });
  expect([await asks(), await listed()]).toEqual([[], []]);
});
