/** A camp of five thousand people, a page at a time: everybody is there once, in order, and nobody is read who is not shown. */
import { and, eq, isNull, type Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, expect, test } from "vitest";
import { type Database, driver } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { eachDetail, listPeople, PEOPLE_A_PAGE, readNext, readSummary } from "#db/people-list.ts";
import { findPeople } from "#db/people-search.ts";
import { readLine } from "#db/registration/line.ts";
import { registration } from "#db/schema/registration.ts";
import { emailAddress } from "#domain/email-address.ts";
import { GROUPS, LIST_ORDER, statusesIn } from "#domain/people.ts";
import { SORTS, TRAITS, USUAL_VIEW } from "#domain/people-view.ts";
import { roomIn } from "#domain/pool.ts";
import { nextInLine } from "#domain/registration/places.ts";
import type { PersonInLine } from "#domain/registration.ts";
import { finder, searchText } from "#domain/search.ts";
import { saidCode, TICKET_LENGTH, TICKET_SIGNS } from "#domain/ticket.ts";
import { fillWithPeople } from "#tests/support/big-camp.ts";
import { makeCamp, makeOrganiser, type Organiser, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { everyDetail } from "#tests/support/people.ts";

const MANY = 5_000;

let db: Database;
let said = 0;
let camp: TestCamp;
let organiser: Organiser;
let everybody: PersonInLine[];

beforeAll(async () => {
  const { url } = await freshDatabase();
  const logger: Logger = { logQuery: () => void said++ };
  db = drizzle({ client: driver(url, { max: 2 }), casing: "snake_case", logger }) as Database;
  camp = await makeCamp(db, { capacity: 3_000 });
  organiser = await makeOrganiser(db, camp);
  await fillWithPeople(db, camp, MANY);
  // Somebody else's people are in no list of ours.
  await fillWithPeople(db, await makeCamp(db), 50);
  everybody = await everyDetail(db, organiser);
}, 120_000);

/** Every page from the first on, each of two statements at most. */
async function walk(read: (page: number) => ReturnType<typeof listPeople>): Promise<PersonInLine[]> {
  const all: PersonInLine[] = [];
  for (let page = 1; ; page++) {
    said = 0;
    const { items, more } = await read(page);
    expect([items.length <= PEOPLE_A_PAGE, said <= 3]).toEqual([true, true]);
    all.push(...items);
    if (!more) return all;
  }
}

const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);

test("written out, everybody is there once: by status, then by rank, and those who wait by their turn", () => {
  expect([everybody.length, new Set(ids(everybody)).size]).toEqual([MANY, MANY]);
  const order = everybody.map(({ status }) => LIST_ORDER.indexOf(status));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const turns = everybody.flatMap(({ position }) => position ?? []);
  expect(turns).toEqual(Array.from({ length: (MANY * 3) / 10 }, (_, index) => index + 1));
});

test("each part, walked page by page, is that part of everybody, and as many as are counted", async () => {
  const { groups } = await readSummary(db, organiser);
  for (const group of GROUPS) {
    const has = statusesIn(group);
    const wanted = everybody.filter(
      (one) => has.includes(one.status) && (group !== "bounced" || one.bounced) && group !== "silent",
    );
    const walked = await walk((page) => listPeople(db, organiser, { ...USUAL_VIEW, group, page }));
    expect(ids(walked), group).toEqual(ids(wanted));
    expect(walked.map(({ position }) => position)).toEqual(wanted.map(({ position }) => position));
    expect(groups[group]).toBe(wanted.length);
  }
});

test("written out as a view has them, those of all its pages are there, in its order", async () => {
  const view = { ...USUAL_VIEW, group: "places", traits: ["first"], sort: "name", page: 2 } as const;
  const walked = await walk((page) => listPeople(db, organiser, { ...view, page }));
  const written: PersonInLine[] = [];
  for await (const some of eachDetail(db, organiser, view)) written.push(...some);
  expect(ids(written)).toEqual(ids(walked));
  expect(written.length).toBeGreaterThan(PEOPLE_A_PAGE);
});

test("asked for a page beyond the last, the list and a search show the last", async () => {
  const view = { ...USUAL_VIEW, page: 9_999 };
  const [list, found] = [
    await listPeople(db, organiser, view),
    await findPeople(db, organiser, "camper", view),
  ];
  for (const { items, page, found: all, more } of [list, found])
    expect([items.length, page, more]).toEqual([
      all % PEOPLE_A_PAGE || PEOPLE_A_PAGE,
      Math.ceil(all / PEOPLE_A_PAGE),
      false,
    ]);
});

test("narrowed, a part has whoever is like that, each once, and is as many as is said", async () => {
  const never = and(eq(registration.eventId, camp.id), isNull(registration.verifiedAt));
  const unproven = new Set(ids(await db.select({ id: registration.id }).from(registration).where(never)));
  const is = {
    first: ({ firstTime }: PersonInLine) => firstTime,
    unproven: ({ id }: PersonInLine) => unproven.has(id),
    bounced: ({ bounced }: PersonInLine) => bounced,
    paused: ({ pausedUntil }: PersonInLine) => pausedUntil !== null,
  };
  const views = [...TRAITS.map((trait) => [trait]), ["first", "unproven"] as const];
  for (const traits of views) {
    const view = { ...USUAL_VIEW, group: "all" as const, traits };
    const wanted = everybody.filter((one) => traits.every((trait) => is[trait](one)));
    expect(ids(await walk((page) => listPeople(db, organiser, { ...view, page })))).toEqual(ids(wanted));
    expect((await listPeople(db, organiser, view)).found, traits.join()).toBe(wanted.length);
  }
  const ours = { ...USUAL_VIEW, group: "all" as const, sector: camp.sectorId };
  expect((await listPeople(db, organiser, ours)).found).toBe(MANY);
  expect((await listPeople(db, organiser, { ...ours, sector: camp.id })).found).toBe(0);
});

test("in each order everybody is there once, and a search keeps to it", async () => {
  const by = {
    turn: (_: PersonInLine) => "",
    time: (_: PersonInLine) => "",
    name: ({ name }: PersonInLine) => name.toLowerCase(),
    organisation: ({ organisation }: PersonInLine) => organisation.toLowerCase(),
  };
  for (const sort of SORTS) {
    const view = { ...USUAL_VIEW, group: "all" as const, sort };
    const walked = await walk((page) => listPeople(db, organiser, { ...view, page }));
    expect(new Set(ids(walked)).size).toBe(MANY);
    const keys = walked.map(by[sort]);
    expect(keys, sort).toEqual([...keys].sort());
    const found = await findPeople(db, organiser, "town 39", view);
    const order = new Map(ids(walked).map((id, index) => [id, index]));
    const places = found.items.map(({ id }) => order.get(id)!);
    expect(places, sort).toEqual([...places].sort((a, b) => a - b));
  }
  const unproven = { ...USUAL_VIEW, traits: ["unproven"] as const };
  const { items } = await findPeople(db, organiser, "town 39", unproven);
  expect(items.length).toBeGreaterThan(0);
  expect(items.filter(({ proven }) => proven)).toEqual([]);
});

test("a search looks at all of them, and finds whom comparing one by one finds", async () => {
  for (const search of ["camper 4999", "town 399", "CAMPER", "nobody at all", "council7.example"]) {
    const matches = finder(search);
    const wanted = everybody.filter(({ name, organisation, sector, email }) =>
      matches(searchText([name, organisation, sector, email])),
    );
    const walked = await walk((page) => findPeople(db, organiser, search, { ...USUAL_VIEW, page }));
    expect(ids(walked), search).toEqual(ids(wanted));
    expect((await findPeople(db, organiser, search, USUAL_VIEW)).found).toBe(wanted.length);
  }
});

test("somebody who changed their name is found by the new one and no longer by the old", async () => {
  const { id } = everybody[0]!;
  const called = (name: string) => db.update(registration).set({ name }).where(eq(registration.id, id));
  const found = async (search: string) => ids((await findPeople(db, organiser, search, USUAL_VIEW)).items);
  await called("Zsófia Šimůnek");
  expect([await found("zsofia simunek"), await found("Zofie")]).toEqual([[id], []]);
  await called("Zofie Šimůnek");
  expect([await found("zsofia simunek"), await found("Zofie")]).toEqual([[], [id]]);
});

test("who is next is whom the rule of the line names", async () => {
  const kind = { sectorId: "", firstTime: false, organisation: "" };
  const places = { capacity: 40, open: 40, planned: 40 };
  const line = everybody.flatMap(({ id, position, proven }) =>
    position ? { id, rank: position, ready: proven, kind } : [],
  );
  const first = (most: number) => nextInLine(line, most, roomIn(null, places, []));
  expect(await readNext(db, organiser)).toBe(first(1)[0]);
  expect(ids(await readLine(db, { id: camp.id, phase: "tickets" }, { most: 40, pools: null }))).toEqual(
    first(40),
  );
  expect(await readNext(db, await makeOrganiser(db, await makeCamp(db)))).toBeNull();
});

test("an address whose domain is kept in ASCII is found as it was typed, and as it is kept", async () => {
  const { id, email: before } = everybody[0]!;
  const found = async (search: string) => ids((await findPeople(db, organiser, search, USUAL_VIEW)).items);
  const typed = ["ab@müller.de", "x9@пример.рф", "AB@MÜLLER.DE", "q7@straße.example", "j3@例え。jp"];
  for (const address of typed) {
    const email = emailAddress(address)!;
    await db.update(registration).set({ email }).where(eq(registration.id, id));
    const domain = address.slice(address.indexOf("@") + 1).replace("。", ".");
    for (const search of [address, email, domain, domain.split(".")[0]!, email.slice(email.indexOf("@") + 1)])
      expect(await found(search), search).toEqual([id]);
  }
  await db.update(registration).set({ email: before }).where(eq(registration.id, id));
});

test("five thousand people have a code each, and whoever says it is found, however it is typed", async () => {
  const rows = await db
    .select({ id: registration.id, code: registration.ticketCode })
    .from(registration)
    .where(eq(registration.eventId, camp.id));
  expect(new Set(rows.map(({ code }) => code)).size).toBe(MANY);
  const signs = new RegExp(`^[${TICKET_SIGNS}]{${TICKET_LENGTH}}$`);
  expect(rows.filter(({ code }) => !signs.test(code))).toEqual([]);
  // Every sign stands in every place.
  for (let at = 0; at < TICKET_LENGTH; at++)
    expect(new Set(rows.map(({ code }) => code[at])).size).toBe(TICKET_SIGNS.length);
  const { id, code } = rows[0]!;
  for (const said of [code, code.toLowerCase(), saidCode(code), saidCode(code).replace(" ", "-")])
    expect(ids((await findPeople(db, organiser, said, USUAL_VIEW)).items), said).toEqual([id]);
});

test("two people who would get the same code do not: the second gets another", async () => {
  const taken = everybody[0]!.id;
  const [row] = await db.select().from(registration).where(eq(registration.id, taken));
  const twin = { ...row!, id: newId(), email: "twin@example.org", rank: 999_999, formId: null };
  await expect(db.insert(registration).values(twin)).rejects.toThrow();
  const [given] = await db
    .insert(registration)
    .values({ ...twin, ticketCode: "" })
    .returning();
  expect(given!.ticketCode).not.toBe(row!.ticketCode);
  await db.delete(registration).where(eq(registration.id, twin.id));
});
