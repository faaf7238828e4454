/** The pages and the action of the door outside the desk, asked for by everybody: they are of whoever may let people in. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { doorPhone } from "#db/schema/door.ts";
import { findViewer } from "#db/viewer.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makePerson, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { everybodyAt, isSignedIn, may, type Who } from "#tests/support/everybody.ts";
import { outcome } from "#tests/support/forms.ts";
import { sources } from "#tests/support/sources.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

const DOOR = "app/e/[event]/door/";
const PAGES = [
  ...["page.tsx", "list/page.tsx", "walk-in/page.tsx", "inside/page.tsx", "standby/page.tsx"],
  "manifest.webmanifest/route.ts",
];

type Module = Record<string, (...given: unknown[]) => unknown>;
type Answer = { refusal?: { what: string } } | string;

let db: Database;
let camp: TestCamp;
let everybody: Who[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await makeCamp(db, { phase: "doors" });
  everybody = await everybodyAt(db, camp, await makePerson(db, camp, "confirmed", { rank: 1 }));
});
afterAll(closeDatabase);

const load = (path: string): Promise<Module> => import(/* @vite-ignore */ `../../${DOOR}${path}`);

/** What each of them is told. */
async function asked(ask: () => Promise<unknown>): Promise<[string, Answer][]> {
  const told: [string, Answer][] = [];
  for (const { name, token } of everybody) {
    asker.token = token;
    told.push([name, (await outcome(ask)) as Answer]);
  }
  return told;
}

const names = (told: readonly [string, Answer][]) => told.map(([name]) => name);
const inTheirHands = () => everybody.filter((who) => may(who, ["checkIn"])).map(({ name }) => name);

test("all of them are in the list", () => {
  const found = sources().map(({ path }) => path);
  const pages = found.filter((path) => path.startsWith(DOOR) && /\/(page\.tsx|route\.ts)$/.test(path));
  expect(pages.sort()).toEqual(PAGES.map((path) => DOOR + path).sort());
});

test.each(PAGES)("%s is there for whoever may let people in, and for nobody else", async (path) => {
  const { default: page, generateMetadata, GET } = await load(path);
  const props = () => ({ params: Promise.resolve({ event: camp.slug }), searchParams: Promise.resolve({}) });
  const told = await asked(async () =>
    GET ? GET(new Request("http://127.0.0.1"), props()) : page!(props()),
  );
  expect(names(told.filter(([, answer]) => typeof answer !== "string"))).toEqual(inTheirHands());
  if (!generateMetadata) return;
  const titled = await asked(async () => generateMetadata(props()));
  expect(names(titled.filter(([, answer]) => typeof answer !== "string"))).toEqual(inTheirHands());
});

test("a walk-in is let in by whoever may, and everybody else is told in words why not", async () => {
  const { letIn } = await load("walk-in/actions.ts");
  const told = await asked(async () => letIn!(camp.slug, FRESH, new FormData()));
  const whats = told.map(([, answer]) => (typeof answer === "string" ? answer : answer.refusal?.what));
  const due = everybody.map((who) => {
    if (may(who, ["checkIn"])) return undefined;
    return refusal[isSignedIn(who) ? "not_found" : "signed_out"].what;
  });
  expect(whats).toEqual(due);
});

test("a phone that was cut off gets the names of nobody, and lets nobody in", async () => {
  const { token } = everybody.find((who) => may(who, ["checkIn"]))!;
  const { deviceId, person } = await findViewer(db, token, camp.id);
  const now = new Date();
  const phone = { deviceId: deviceId!, personId: person!.id, eventId: camp.id, door: "Front", seenAt: now };
  await db.insert(doorPhone).values({ ...phone, cutOffAt: now });
  asker.token = token;
  for (const path of ["list/page.tsx", "walk-in/page.tsx"]) {
    const { default: page } = await load(path);
    const props = { params: Promise.resolve({ event: camp.slug }), searchParams: Promise.resolve({}) };
    expect(typeof (await outcome(async () => page!(props)))).toBe("string");
  }
  const { letIn } = await load("walk-in/actions.ts");
  const told = (await outcome(async () => letIn!(camp.slug, FRESH, new FormData()))) as Answer;
  expect(told).toMatchObject({ refusal: { what: refusal.cut_off.what } });
});
