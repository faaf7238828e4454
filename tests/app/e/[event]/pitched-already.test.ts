/** A title that somebody pitched already is told of once, before anything is sent, and can be sent all the same. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bring } from "#app/e/[event]/pitch/actions.ts";
import { listPitched } from "#app/e/[event]/pitch/pitched.ts";
import type { PitchState } from "#components/pitch/state.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, listPitches } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { countHands } from "#db/voting/tally.ts";
import { raiseHands } from "#db/voting.ts";
import type { TallyRule } from "#domain/event.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf } from "#tests/support/forms.ts";
import { camper, MORNING, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";

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

/** A camp where Ama pitched "Job swaps", and Mei holds the phone. */
async function setting(voice: "me" | "with_me" = "me") {
  const camp = await pitchingCamp(db);
  const [ama, mei] = [await camper(db, camp, "Ama"), await camper(db, camp, "Mei")];
  const first = { ...pitchForm("Job swaps"), voice };
  await bringPitch(db, ama, first, MORNING);
  const { id, token } = await startDevice(db, {});
  await holdTicket(db, id, mei.registrationId);
  asker.token = token;
  const form = pitchForm("job swaps!");
  const press = (more: Record<string, string> = {}): Promise<PitchState> =>
    bring(camp.slug, {} as never, formOf({ ...form, ...more }));
  const read = async () => listPitched((await findEvent(db, camp.slug))!, mei);
  return { camp, ama, mei, first, form, press, read };
}

test("the second of a title is not sent before its host has read of the first", async () => {
  const { camp, first, form, press } = await setting();
  const told = await press();
  expect(told).toMatchObject({
    sent: null,
    same: { id: first.id, title: "Job swaps" },
    values: { title: form.title },
  });
  expect(await listPitches(db, camp.eventId)).toHaveLength(1);
  expect(await press({ known: newId() })).toMatchObject({ sent: null, same: { id: first.id } });
  expect(await press({ known: first.id })).toMatchObject({ sent: { id: form.id } });
  expect(await press()).toMatchObject({ sent: { title: form.title, turn: { before: 1, minutes: 1 } } });
  // A phone that never heard the answer sends it again.
  expect(await press()).toMatchObject({ sent: { id: form.id } });
  expect(await listPitches(db, camp.eventId)).toHaveLength(2);
});

test("a withdrawn pitch is nobody's first, and neither is one of another camp", async () => {
  await setting();
  const { ama, first, form, press } = await setting();
  await withdrawPitch(db, ama, first.id, MORNING);
  expect(await press()).toMatchObject({ sent: { id: form.id } });
});

test.each<[TallyRule, number | null, number | null]>([
  ["shown", 1, 1],
  ["after_first", null, 1],
  ["hidden", null, null],
])("where counts are %s they are told as the list of pitches tells them", async (tally, before, after) => {
  const { camp, ama, mei, first, read } = await setting("with_me");
  await db.update(event).set({ tally });
  const raise = (attendee: typeof ama) =>
    raiseHands(db, [{ attendee, pitchId: first.id, up: true, castAt: null }], MORNING);
  await raise(ama);
  await countHands(db, camp.eventId, [first.id]);
  expect(await read()).toEqual([{ id: first.id, title: "Job swaps", hands: before, company: true }]);
  await raise(mei);
  expect(await read()).toEqual([{ id: first.id, title: "Job swaps", hands: after, company: true }]);
});
