/** Bringing a list of people at the desk, step by step, and our own list back into another camp. */
import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET } from "#app/e/[event]/desk/people/csv/route.ts";
import { importPeople } from "#app/e/[event]/desk/people/import/actions.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { keepImports } from "#db/import/asking.ts";
import { ImportThread } from "#db/import/import-thread.ts";
import { registration } from "#db/schema/registration.ts";
import { FRESH, type PeopleImportState } from "#domain/people-import/state.ts";
import {
  ahead,
  makeCamp,
  makeOrganiser,
  makePerson,
  type Organiser,
  type TestCamp,
} from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf } from "#tests/support/live.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let imports: ImportThread;
let camp: TestCamp;
let olu: Organiser;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  imports = new ImportThread(fresh.url);
  keepImports(imports);
});
beforeEach(async () => {
  camp = await makeCamp(db, { capacity: 3, startsAt: ahead() });
  olu = await makeOrganiser(db, camp);
  asker.token = await signIn(olu);
});
afterAll(async () => {
  await imports.end();
  await closeDatabase();
});

const signIn = async (who: Organiser) => (await deviceOf(db, who)).split("=")[1]!;

const exported = (name: string) =>
  readFileSync(new URL(`../../../../support/people-exports/${name}.csv`, import.meta.url), "utf8");

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const open = (text: string) =>
  importPeople(camp.slug, FRESH, formOf({ list: new File([text], "people.csv") }));
const press = (before: PeopleImportState, fields: Record<string, string>) =>
  importPeople(camp.slug, before, formOf({ ...shownIn(before), ...fields }));
/** What the form holds as it was drawn. */
const shownIn = ({ report }: PeopleImportState) =>
  Object.fromEntries(report!.columns.map(({ at, means }) => [`column.${at}`, means ?? ""]));
const answers = () => ({ as: "places", sectorId: camp.sectorId, reason: "From Eventbrite", tell: "yes" });
const names = async () =>
  (await db.select().from(registration).where(eq(registration.eventId, camp.id)))
    .map(({ name }) => name)
    .sort();

test("a list is shown first, and brought once somebody says so", async () => {
  const shown = await open(exported("eventbrite"));
  expect([shown.step, shown.report?.brings, shown.report?.leaves]).toEqual(["look", 2, 2]);
  expect(await names()).toEqual([]);
  const wrong = await press(shown, { step: "confirm", as: "places" });
  expect(Object.keys(wrong.errors).sort()).toEqual(["reason"]);
  const sectorless = await press(shown, { step: "confirm", ...answers(), sectorId: "" });
  expect(Object.keys(sectorless.errors)).toEqual(["sectorId"]);
  expect(await names()).toEqual([]);
  const done = await press(shown, { step: "confirm", ...answers() });
  expect([done.step, done.done]).toEqual(["done", { brought: 2, leaves: 2 }]);
  expect(await names()).toEqual(["Ama Mensah", "Zoë Müller"]);
  const again = await press(shown, { step: "confirm", ...answers() });
  expect(again.done).toEqual({ brought: 0, leaves: 4 });
});

test("a column that is read otherwise is shown before anybody is brought", async () => {
  const shown = await open("Who,Where,Firm\nAma,ama@x.org,Council\n");
  expect(shown.report?.trouble).toBe("no_email");
  const told = await press(shown, { step: "look", "column.0": "name", "column.1": "email" });
  expect([told.report?.brings, told.refusal]).toEqual([1, null]);
  const changed = await press(told, { step: "confirm", "column.2": "organisation", ...answers() });
  expect([changed.step, changed.report?.people[0]?.organisation, changed.reason]).toEqual([
    "look",
    "Council",
    "From Eventbrite",
  ]);
  expect(changed.refusal?.what).toContain("nobody was brought yet");
  expect(await names()).toEqual([]);
  expect((await press(changed, { step: "confirm", ...answers() })).done?.brought).toBe(1);
});

test("over the places it is asked first, and the same form with the agreement does it", async () => {
  for (const rank of [101, 102]) await makePerson(db, camp, "confirmed", { rank });
  const shown = await open(exported("pretix"));
  expect(shown.report?.over).toEqual({ free: 1, from: 3 });
  const asked = await press(shown, { step: "confirm", ...answers() });
  expect(asked.asks?.points).toEqual([expect.stringContaining("makes 4 of 3: 1 more than the camp has")]);
  const done = await press(asked, { agreed: asked.asks!.agreement, ...answers() });
  expect(done.done?.brought).toBe(2);
});

test("our own list, taken from one camp, brings the same people into another and nobody into its own", async () => {
  const ids = [];
  for (const rank of [101, 102, 103]) ids.push(await makePerson(db, camp, "confirmed", { rank }));
  const odd = { name: "=Ama, née “Smith”", organisation: "-Works\nNorth", firstTime: true, photos: false };
  await db
    .update(registration)
    .set({ ...odd, organisation: "-Works, North" })
    .where(eq(registration.id, ids[0]!));
  await makePerson(db, camp, "left", { rank: 104 });
  const params = Promise.resolve({ event: camp.slug });
  const list = await (await GET(new Request("http://127.0.0.1"), { params })).text();
  expect(list).toMatch(/Has a place,yes,[\s\S]*Left the line,yes,/);
  const there = await open(list);
  expect([there.report?.brings, there.report?.leaves]).toEqual([0, 4]);

  const [first, source] = [
    camp,
    await db.select().from(registration).where(eq(registration.eventId, camp.id)),
  ];
  camp = await makeCamp(db, { startsAt: ahead() });
  asker.token = await signIn(await makeOrganiser(db, camp));
  const shown = await open(list);
  await press(shown, { step: "confirm", ...answers() });
  const brought = await db.select().from(registration).where(eq(registration.eventId, camp.id));
  const said = (rows: typeof brought) =>
    rows
      .map(({ email, name, organisation, firstTime, photos }) => [
        email,
        name,
        organisation,
        firstTime,
        photos,
      ])
      .sort();
  expect(first.id).not.toBe(camp.id);
  expect(said(brought)).toEqual(said(source.filter(({ status }) => status !== "left")));
});

test("the spreadsheet of a list as it is seen has those alone, in its order, and is called so", async () => {
  await makePerson(db, camp, "waiting", { rank: 1 });
  for (const [rank, name] of ["Zoe", "Ama"].entries()) {
    const id = await makePerson(db, camp, "confirmed", { rank: rank + 2 });
    await db.update(registration).set({ name }).where(eq(registration.id, id));
  }
  const params = Promise.resolve({ event: camp.slug });
  const get = (query: string) => GET(new Request(`http://127.0.0.1/csv${query}`), { params });
  const namesIn = async (answer: Response) =>
    (await answer.text())
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[1]);
  const some = await get(`?${new URLSearchParams({ list: "show=places&sort=name" })}`);
  expect(some.headers.get("content-disposition")).toContain(`${camp.slug}-some-people.csv`);
  expect(await namesIn(some)).toEqual(["Ama", "Zoe"]);
  expect(await namesIn(await get("?list="))).toHaveLength(1);
  expect(await namesIn(await get(""))).toHaveLength(3);
});

test("what is no spreadsheet, and what is sent by hand, is answered in words", async () => {
  expect((await open("")).error).toBe("Choose a file that has something in it");
  const big = new File([new Uint8Array(1024 * 1024 + 1)], "big.csv");
  expect((await importPeople(camp.slug, FRESH, formOf({ list: big }))).error).toContain("bigger than 1 MB");
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])], "people.png");
  expect((await importPeople(camp.slug, FRESH, formOf({ list: picture }))).error).toContain("no spreadsheet");
  const made = { ...FRESH, pages: "x", step: "look" } as never;
  expect((await importPeople(camp.slug, made, formOf({ step: "confirm" }))).error).toBe(
    "Choose a file that has something in it",
  );
});
