/** The forms that make the rota, and what each says of what cannot stand; and the one that calls for help. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { call } from "#app/e/[event]/calling.ts";
import { change } from "#app/e/[event]/desk/rota/[task]/actions.ts";
import { addRows, copyTasks, pasteSheet } from "#app/e/[event]/desk/rota/actions.ts";
import { tapTask } from "#app/e/[event]/rota/actions.ts";
import { type FormState, FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { readCrewNews } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { listRota } from "#db/rota.ts";
import { makeCamp, makeOrganiser, type Organiser, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Fields, formOf, outcome } from "#tests/support/forms.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

const DAY = "2099-07-14";

let db: Database;
let camp: TestCamp;
let olu: Organiser;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await makeCamp(db, { startsAt: new Date(`${DAY}T08:00:00Z`) });
  olu = await makeOrganiser(db, camp);
  ({ token: asker.token } = await startDevice(db, { personId: olu.personId }));
});
afterAll(closeDatabase);

type Action = (slug: string, before: FormState, form: FormData) => Promise<FormState>;
const send = async (action: Action, fields: Fields) => {
  const answer = await outcome(() => action(camp.slug, FRESH, formOf({ day: DAY, ...fields })));
  return typeof answer === "string" ? /said=([\w.-]+)/.exec(answer)?.[1] : (answer as FormState).errors;
};
const onRota = async () => (await listRota(db, olu)).map(({ task, from, wanted }) => [task, from, wanted]);

test("rows are typed or pasted, empty ones are passed over, and the first that cannot stand is named", async () => {
  expect(await send(addRows, {})).toEqual({ row: "Type at least one task" });
  const door = { "task-0": "Door", "starts-0": "8.30", "ends-0": "9.30", "wanted-0": "3" };
  expect(await send(addRows, { ...door, "task-4": "Badges", "starts-4": "9" })).toEqual({
    row: "Row 5: it needs two times, like 8.30 and 9.30",
  });
  expect(await onRota()).toEqual([]);
  expect(await send(addRows, door)).toBe("added.1");
  expect(await send(pasteSheet, { sheet: " " })).toEqual({ sheet: "Paste at least one row" });
  expect(await send(pasteSheet, { sheet: "What,When\nLunch,noon to 1pm\nBar,late" })).toEqual({
    sheet: "Row 3: it needs two times, like 8.30 and 9.30",
  });
  expect(await send(pasteSheet, { sheet: "Door,8.30,9.30,3\nLunch,noon to 1pm" })).toBe("added.1");
  expect(await onRota()).toEqual([
    ["Door", `${DAY}T07:30:00.000Z`, 3],
    ["Lunch", `${DAY}T11:00:00.000Z`, 1],
  ]);
});

test("a day is copied to another, and not to itself", async () => {
  expect(await send(copyTasks, { from: DAY, to: DAY })).toEqual({ to: "Choose two different days" });
  expect(await send(copyTasks, { from: DAY, to: "2099-07-15" })).toBe("added.2");
  expect(await send(copyTasks, { from: DAY, to: "2099-07-15" })).toBe("added.0");
});

test("what is wrong with a changed task is said beside its field", async () => {
  const [{ id } = { id: "" }] = await listRota(db, olu);
  const row = { task: "Door", place: "", starts: "8.30", ends: "9.30", wanted: "0" };
  const to = (fields: Fields) =>
    send((slug, before, form) => change(slug, id, before, form), { ...row, ...fields });
  expect(await to({})).toEqual({ wanted: "say for how many, from 1 to 50" });
  expect(await to({ wanted: "4", ends: "late" })).toEqual({
    starts: "it needs two times, like 8.30 and 9.30",
  });
  expect(await to({ wanted: "4" })).toBe("done");
});

test("a tap says why it did nothing", async () => {
  const [{ id } = { id: "" }] = await listRota(db, olu);
  const tap = (fields: Fields) => tapTask(camp.slug, { refusal: null }, formOf(fields));
  expect(await tap({ task: id, do: "take" })).toEqual({ refusal: null });
  expect((await tap({ task: newId(), do: "take" })).refusal?.code).toBe("not_found");
  expect((await tap({ task: id, do: "dance" })).refusal?.code).toBe("bad_input");
});

test("a call says what for, in the caller’s words or by a task", async () => {
  const said = async () => (await readCrewNews(db, camp.id)).calls.map(({ what }) => what);
  expect(await send(call, { id: newId(), what: " ", task: "", place: "" })).toEqual({
    what: "Say what for, in up to 80 characters",
  });
  const id = newId();
  for (let twice = 0; twice < 2; twice += 1) await send(call, { id, what: "", task: "Door", place: "" });
  await send(call, { id: newId(), what: "Chairs, please", task: "Door", place: "Hall" });
  expect((await said()).sort()).toEqual(["Chairs, please", "More hands: Door"]);
});
