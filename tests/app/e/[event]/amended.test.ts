/** A pitch that its host can no longer change is changed at the desk, and the answer says where that is seen. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { amend } from "#app/e/[event]/desk/pitches/[pitch]/actions.ts";
import { change } from "#app/e/[event]/pitch/actions.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, listPitches } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { pitchForm as words } from "#messages/en/pitch-form.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf } from "#tests/support/forms.ts";
import { camper, MORNING, organiser, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

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

test("what a host asks for once the sessions have begun is done at the desk, and there alone", async () => {
  const camp = await pitchingCamp(db);
  const ama = await camper(db, camp, "Ama");
  const before = pitchForm("Job swaps");
  await bringPitch(db, ama, before, MORNING);
  await db.update(event).set({ phase: "sessions" });
  const after = formOf({ ...before, title: "Swapping jobs", line: "For a week" });

  const phone = await startDevice(db, {});
  await holdTicket(db, phone.id, ama.registrationId);
  asker.token = phone.token;
  expect(await change(camp.slug, before.id, {} as never, after)).toMatchObject({
    refusal: { code: "not_open" },
  });

  const { personId } = await organiser(db, camp);
  asker.token = (await startDevice(db, { personId })).token;
  const press = (id: string, form = after) => amend(camp.slug, id, {} as never, form);
  const done = {
    sent: { id: before.id, shown: "now" },
    values: { title: "Swapping jobs", line: "For a week" },
  };
  expect(await press(before.id)).toMatchObject(done);
  expect(await press(before.id)).toMatchObject(done);
  const [shown] = await listPitches(db, camp.eventId);
  expect(shown).toMatchObject({ title: "Swapping jobs", line: "For a week", hosts: ["Ama"] });

  const empty = await press(before.id, formOf({ ...before, title: " " }));
  expect(empty).toMatchObject({ sent: null, errors: { title: words.errors.empty.title } });
  expect(await press(newId())).toMatchObject({ refusal: { code: "not_found" } });
  await withdrawPitch(db, ama, before.id, MORNING);
  expect(await press(before.id)).toMatchObject({ refusal: { code: "not_found" } });
});
