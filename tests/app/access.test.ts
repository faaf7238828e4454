/** What people need for the day: read by whoever may and by nobody else, and no look at it goes unlogged. */
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, type Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { audit } from "#db/schema/audit.ts";
import { answer, question } from "#db/schema/question.ts";
import { registration } from "#db/schema/registration.ts";
import { makeCamp, makePerson, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deskFiles, drawnBy, load } from "#tests/support/desk.ts";
import { everybodyAt, may, type Who } from "#tests/support/everybody.ts";
import { outcome } from "#tests/support/forms.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

const NEEDED = "a hearing loop by the door";
const ALONG = "my guide Rhys";

let db: Database;
let camp: TestCamp;
let somebody: string;
let everybody: Who[];
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await makeCamp(db);
  somebody = await makePerson(db, camp, "confirmed", { rank: 1 });
  await db
    .update(registration)
    .set({ access: NEEDED, companions: 2, companionsNote: ALONG })
    .where(eq(registration.id, somebody));
  everybody = await everybodyAt(db, camp, somebody);
});
afterAll(closeDatabase);

/** Everything a page says to somebody; nothing where they are sent away. */
async function saidBy(path: string, asked: Record<string, string> = {}): Promise<string> {
  const params = Promise.resolve({ event: camp.slug, person: somebody });
  const { default: page, GET } = await load(path);
  const shown = await outcome(async () =>
    GET
      ? GET(new Request("http://127.0.0.1"), { params })
      : page!({ params, searchParams: Promise.resolve(asked) }),
  );
  if (shown instanceof Response) return shown.text();
  return typeof shown === "string" ? "" : (await drawnBy(shown)).texts.join("\n");
}

const looks = () => db.$count(audit, and(eq(audit.eventId, camp.id), eq(audit.act, "see_needs")));

test("on every page they are read by whoever may, and each look is one row of the log", async () => {
  const pages = deskFiles(/(^|\/)(page\.tsx|route\.ts)$/);
  const read: string[] = [];
  for (const who of everybody)
    for (const path of pages) {
      asker.token = who.token;
      const before = await looks();
      const said = await saidBy(path);
      const shown = said.includes(NEEDED);
      expect([who.name, path, said.includes(ALONG)]).toEqual([who.name, path, shown]);
      if (shown) read.push(`${who.name}: ${path}`);
      expect([who.name, path, (await looks()) - before]).toEqual([who.name, path, shown ? 1 : 0]);
    }
  const readers = everybody.filter((who) => may(who, ["seeNeeds"])).map(({ name }) => name);
  const where = ["people/[person]/page.tsx", "people/csv/route.ts"];
  expect(read).toEqual(readers.flatMap((name) => where.map((path) => `${name}: ${path}`)));
}, 60_000);

test("the spreadsheet has the column for whoever may read it, and for others neither column nor cells", async () => {
  for (const who of everybody.filter((each) => may(each, ["seePeople"]))) {
    asker.token = who.token;
    const [head = "", row = ""] = (await saidBy("people/csv/route.ts")).split("\r\n");
    const cells = may(who, ["seeNeeds"]) ? 13 : 11;
    expect([who.name, head.split(",").length, row.split(",").length]).toEqual([who.name, cells, cells]);
  }
});

test("whoever only counts is shown counts, and no name", async () => {
  for (const who of everybody.filter((each) => may(each, ["countNeeds"]))) {
    asker.token = who.token;
    const said = await saidBy("needs/page.tsx");
    expect(said).not.toContain("person1");
    expect(said).toContain("Needs");
  }
});

test("who comes along is listed on the page of needs once it is asked for, to whoever may read it, as one look", async () => {
  for (const who of everybody.filter((each) => may(each, ["countNeeds"]))) {
    asker.token = who.token;
    const before = await looks();
    const said = await saidBy("needs/page.tsx", { along: "shown" });
    const reads = may(who, ["seeNeeds"]);
    expect([who.name, said.includes(ALONG), said.includes("person1")]).toEqual([who.name, reads, reads]);
    expect((await looks()) - before).toBe(reads ? 1 : 0);
  }
});

// Before, an organiser was told to ask an organiser.
test("who wrote of something else is listed once it is asked for, to whoever may read it, as one look", async () => {
  const OTHER = "a shelf for my insulin";
  const set = (access: string) =>
    db.update(registration).set({ access }).where(eq(registration.id, somebody));
  await set(OTHER);
  for (const who of everybody.filter((each) => may(each, ["countNeeds"]))) {
    asker.token = who.token;
    const before = await looks();
    const plain = await saidBy("needs/page.tsx");
    const said = await saidBy("needs/page.tsx", { other: "shown" });
    const reads = may(who, ["seeNeeds"]);
    expect([who.name, plain.includes(OTHER)]).toEqual([who.name, false]);
    expect([who.name, said.includes(OTHER), said.includes("person1")]).toEqual([who.name, reads, reads]);
    expect((await looks()) - before).toBe(reads ? 1 : 0);
  }
  await set(NEEDED);
});

test("the spreadsheet says to whoever may see people how many come along with somebody", async () => {
  for (const who of everybody.filter((each) => may(each, ["seePeople"]))) {
    asker.token = who.token;
    const [head = "", row = ""] = (await saidBy("people/csv/route.ts")).split("\r\n");
    expect([who.name, row.split(",")[head.split(",").indexOf("Companions")]]).toEqual([who.name, "2"]);
  }
});

test("answers to the camp's own questions are read by whom each question says, on the page of the person and in the spreadsheet", async () => {
  for (const [seenBy, takes] of [
    ["organisers", ["seePeople", "seeNeeds"]],
    ["crew", ["seePeople"]],
  ] as const) {
    const [id, said] = [newId(), `said to ${seenBy}`];
    const asked = { label: `Asked by ${seenBy}`, kind: "text", purpose: "To know.", seenBy } as const;
    await db
      .insert(question)
      .values({ id, eventId: camp.id, position: 0, keepUntil: "2099-01-01", ...asked });
    await db.insert(answer).values({ questionId: id, registrationId: somebody, said });
    const read: string[] = [];
    for (const who of everybody)
      for (const path of ["people/[person]/page.tsx", "people/csv/route.ts"]) {
        asker.token = who.token;
        const shown = await saidBy(path);
        expect([who.name, path, shown.includes(asked.label)]).toEqual([who.name, path, shown.includes(said)]);
        if (shown.includes(said)) read.push(`${who.name}: ${path}`);
      }
    const readers = everybody.filter((who) => may(who, takes)).map(({ name }) => name);
    expect(readers.length).toBeGreaterThan(0);
    expect(read).toEqual(
      readers.flatMap((name) => [`${name}: people/[person]/page.tsx`, `${name}: people/csv/route.ts`]),
    );
    await db.delete(question).where(eq(question.id, id));
  }
}, 60_000);
