/** What the actions of the grid's page answer with, and what they lead to. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectHeads } from "#app/e/[event]/desk/grid/actions.ts";
import { takeGridBack } from "#app/e/[event]/desk/grid/taking-back.ts";
import { type FormState, FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { typeCount } from "#db/pitch/count.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { event } from "#db/schema/event.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { drawnBy, load } from "#tests/support/desk.ts";
import { type Fields, formOf, outcome } from "#tests/support/forms.ts";
import { pitchForm } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
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

test("a version is taken back after it was said what that does, and the page it leads to says what is shown now", async () => {
  const camp = await makeCamp(db, { phase: "sessions" });
  ({ token: asker.token } = await startDevice(db, { personId: (await makeOrganiser(db, camp)).personId }));
  await freeze(db, camp.id, { number: 1 });
  await freeze(db, camp.id, { number: 2 });
  const send = (fields: Fields) => outcome(() => takeGridBack(camp.slug, FRESH, formOf(fields)));
  const asked = (await send({ number: "2" })) as FormState;
  expect(asked.asks?.points[0]).toMatch(/show version 1 again.*The draft stays as it is/);
  const drawn = async (said: string) => {
    const { default: page } = await load("grid/page.tsx");
    const props = { params: Promise.resolve({ event: camp.slug }), searchParams: Promise.resolve({ said }) };
    return (await drawnBy(await page!(props))).texts;
  };
  const agreed = asked.asks!.agreement;
  expect(await send({ number: "2", agreed })).toContain("desk/grid?said=taken-back.2.1");
  expect(await drawn("taken-back.2.1")).toContain("Version 2 is taken back.");
  expect((await drawn("taken-back.1.0")).join()).toContain("No grid is out any more.");
  expect(await send({ number: "1", agreed })).toHaveProperty("asks");
  expect(await send({ number: "many" })).toMatchObject({ refusal: { code: "bad_input" } });
  expect(await send({ number: "3" })).toMatchObject({ refusal: { code: "not_found" } });
});
