/** A step as the compère's phone sends it: what is done, and what is said of what is not. Who may is in permission.test.ts. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { actOnPitch } from "#app/e/[event]/desk/pitches/actions.ts";
import { runLine } from "#app/e/[event]/desk/pitches/compere/actions.ts";
import { NO_STEP } from "#components/compere/step.ts";
import { NOBODY } from "#components/pitch/acts.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { readLine } from "#db/pitch/line.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Fields, formOf } from "#tests/support/forms.ts";
import { pitchForm } from "#tests/support/pitching.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: TestCamp;
let [a, b, c] = ["", "", ""];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

beforeEach(async () => {
  camp = await makeCamp(db, { phase: "pitching" });
  const me = await makeOrganiser(db, camp);
  const forms = ["A", "B", "C"].map((title) => pitchForm(title));
  [a, b, c] = forms.map(({ id }) => id) as [string, string, string];
  for (const [n, form] of forms.entries())
    await bringPitchFor(db, me, form, [], new Date(NOON.getTime() + n));
  ({ token: asker.token } = await startDevice(db, { personId: me.personId }));
});

const send = (fields: Fields) => runLine(camp.slug, NO_STEP, formOf(fields));
const did = (step: string, pitch: string | null, called: string | null = null) => ({
  ...NO_STEP,
  did: { step, pitch, called },
});
const line = async () => {
  const { front, waiting } = await readLine(db, camp.id);
  return [front?.id ?? null, ...waiting];
};

test("each step is done once, and says to whom and who was called by it", async () => {
  expect(await send({ step: "next", front: "" })).toEqual(did("next", null, a));
  expect(await send({ step: "hold", front: a })).toEqual(did("hold", a, b));
  expect(await send({ step: "undo", front: b, pitch: a })).toEqual(did("undo", a));
  expect(await send({ step: "away", front: a })).toEqual(did("away", a, b));
  expect(await send({ step: "move", front: b, pitch: a, before: c })).toEqual(did("move", a));
  expect(await line()).toEqual([b, a, c]);
  expect(await send({ step: "move", front: b, pitch: a, before: "" })).toEqual(did("move", a));
  const call = await send({ step: "call", front: b, pitch: a });
  expect(call).toEqual({ ...NO_STEP, did: { ...did("call", a).did, before: b, again: false, ahead: null } });
  expect(await line()).toEqual([a, c]);
  expect(await send({ step: "next", front: a })).toEqual(did("next", a, c));
  expect(await send({ step: "next", front: c })).toEqual(did("next", c));
  expect(await line()).toEqual([null]);
});

test("whoever was called out of turn waits again, or was said before and is no more than that", async () => {
  await send({ step: "next", front: "" });
  await send({ step: "call", front: a, pitch: c });
  expect(await send({ step: "undo", front: c, pitch: a, before: "" })).toEqual(did("undo", a));
  expect(await line()).toEqual([a, b, c]);
  await send({ step: "next", front: a });
  expect((await send({ step: "call", front: b, pitch: a })).did).toMatchObject({ before: b, again: true });
  await send({ step: "undo", front: a, pitch: b, again: "yes" });
  expect(await line()).toEqual([b, c]);
  expect(await send({ step: "back", front: b, pitch: a })).toEqual(did("back", a));
  expect(await line()).toEqual([b, a, c]);
});

test("whoever saw somebody else at the front is told so in words, and nothing is done", async () => {
  await send({ step: "next", front: "" });
  for (const step of ["next", "hold", "away"])
    expect(await send({ step, front: b })).toEqual({ ...NO_STEP, refusal: refusal.line_moved_on });
  expect(await send({ step: "call", front: "", pitch: c })).toEqual({
    ...NO_STEP,
    refusal: refusal.line_moved_on,
  });
  expect(await line()).toEqual([a, b, c]);
});

test("what no button of ours sends is refused", async () => {
  const bad: Fields[] = [
    {},
    { step: "dance", front: a },
    { step: "next" },
    { step: "next", front: "1" },
    { step: "hold", front: "" },
    { step: "away", front: "" },
    { step: "call", front: "" },
    { step: "back", front: "" },
    { step: "undo", front: "", pitch: newId(), again: "no" },
    { step: "move", front: "", pitch: a },
    { step: "move", front: "", pitch: "1", before: "" },
  ];
  for (const fields of bad) expect((await send(fields)).refusal).toEqual(refusal.bad_input);
  expect((await send({ step: "call", front: "", pitch: newId() })).refusal).toEqual(refusal.not_found);
  expect(await line()).toEqual([null, a, b, c]);
});

test("withdrawing and restoring lead to the pages that say so, of which pitch", async () => {
  const act = (name: string) => actOnPitch(camp.slug, null, formOf({ pitch: a, act: name }));
  const to = (said: string) => new RegExp(`/e/${camp.slug}/desk/pitches\\?pitch=${a}&said=${said}&at=`);
  await expect(act("withdraw")).rejects.toMatchObject({ digest: expect.stringMatching(to("withdraw")) });
  expect(await line()).toEqual([null, b, c]);
  await expect(act("restore")).rejects.toMatchObject({ digest: expect.stringMatching(to("restore")) });
  expect(await line()).toEqual([null, a, b, c]);
});

// Before, the second of two who pressed within a moment called whoever came after.
test("of two desks that call the next one at once the second is told so, and skips nobody", async () => {
  const call = (pitch: string, other: string) =>
    actOnPitch(camp.slug, null, formOf({ pitch, act: "call", other }));
  expect(await call(a, NOBODY)).toBeNull();
  expect(await call(b, NOBODY)).toEqual(refusal.line_moved_on);
  expect(await line()).toEqual([a, b, c]);
  expect(await call(b, a)).toBeNull();
  expect(await line()).toEqual([b, c]);
});
