/** Ten thousand camps, walked page by page: each is found once, and no page costs more for there being so many. */
import { eq, type Logger, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CAMPS_A_PAGE, listComing, listPast, listYears } from "#db/camp-list.ts";
import { type Database, driver } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { findMyCamps, listMyComing, listMyPast, listMyYears, type Me } from "#db/my-camps.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { type EventView, PAST } from "#domain/event.ts";
import { FIRST_PAGE, leadTo, type Page, type Turn, turnOf } from "#domain/paging.ts";
import { earliestToday } from "#domain/time/date.ts";
import { makeCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeManyCamps } from "#tests/support/many-camps.ts";

const NOW = new Date("2026-07-14T12:00:00Z");
const MANY = 10_000;

let db: Database;
let said: string[] = [];

beforeAll(async () => {
  const { url } = await freshDatabase();
  const logger: Logger = { logQuery: (statement) => void said.push(statement) };
  db = drizzle({ client: driver(url, { max: 1 }), casing: "snake_case", logger }) as Database;
  await makeManyCamps(db, MANY, NOW);
}, 120_000);
beforeEach(() => {
  said = [];
});

type Ask = { page: number; turn: Turn };

/** The page that is read by what a page says of its neighbour, as an address does. */
const ledTo = (list: Page<unknown>, page: number): Ask => ({
  page,
  turn: page === 1 ? FIRST_PAGE : turnOf(Object.fromEntries(new URLSearchParams(leadTo(list, page))))!,
});

/**
 * Every page from the first on: each is no longer than a page and costs no more statements than `most`: of the
 * camps, their days, when their tickets open, and what is asked beside. The first are
 * the same from both sides.
 */
async function walk<Item>(read: (ask: Ask) => Promise<Page<Item>>, most: number): Promise<Item[]> {
  const pages: Page<Item>[] = [];
  for (let ask: Ask = { page: 1, turn: FIRST_PAGE }; ; ) {
    said = [];
    const list = await read(ask);
    expect([list.items.length <= CAMPS_A_PAGE, said.length <= most]).toEqual([true, true]);
    expect(list.items.length > 0 || list.page === 1).toBe(true);
    pages.push(list);
    if (!list.more) break;
    ask = ledTo(list, list.page + 1);
  }
  for (const list of pages.slice(1, 6)) {
    const back = await read(ledTo(list, list.page - 1));
    expect([back.page, back.more, back.items]).toEqual([list.page - 1, true, pages[list.page - 2]!.items]);
  }
  return pages.flatMap(({ items }) => items);
}

const slugs = (camps: readonly { slug: string }[]) => camps.map(({ slug }) => slug);

describe("all camps of an installation", () => {
  test("are found once each: what is coming soonest first, what was by its year, newest first", async () => {
    const coming = await walk(({ turn }) => listComing(db, NOW, turn), 3);
    expect(coming.map(({ day }) => day)).toEqual(coming.map(({ day }) => day).sort());
    const years = await listYears(db, NOW);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const past: EventView[] = [];
    for (const year of years) {
      const camps = await walk(({ turn }) => listPast(db, NOW, year, turn), 4);
      expect(camps.map(({ day }) => day)).toEqual(
        camps
          .map(({ day }) => day)
          .sort()
          .reverse(),
      );
      expect(new Set(camps.map(({ day }) => Number(day.slice(0, 4))))).toEqual(new Set([year]));
      past.push(...camps);
    }
    const found = slugs([...coming, ...past]);
    expect([found.length, new Set(found).size]).toEqual([MANY, MANY]);
    const today = earliestToday(NOW.getTime());
    const went = (camp: (typeof past)[number]) => (PAST as readonly string[]).includes(camp.phase);
    expect(past.filter((camp) => !went(camp) && camp.day >= today)).toEqual([]);
    expect(coming.filter((camp) => camp.day < today)).toEqual([]);
  }, 60_000);

  // With a number of rows to pass over, the last page of what is coming read 10,000 rows, and the years 4,011.
  test("are found by an index: no page reads more rows than a few of them show, the last as few as the first", async () => {
    const last = await lastOf((turn) => listComing(db, NOW, turn));
    const costs = {
      first: await rowsRead(() => listComing(db, NOW, FIRST_PAGE)),
      last: await rowsRead(() => listComing(db, NOW, last)),
      past: await rowsRead(() => listPast(db, NOW, 2024, FIRST_PAGE)),
      thisYear: await rowsRead(() => listPast(db, NOW, 2026, FIRST_PAGE)),
      years: await rowsRead(() => listYears(db, NOW)),
    };
    expect(Object.entries(costs).filter(([, rows]) => rows > 150)).toEqual([]);
  });
});

/** Where the last page of a list begins. */
async function lastOf(read: (turn: Turn) => Promise<Page<unknown>>): Promise<Turn> {
  for (let turn = FIRST_PAGE; ; ) {
    const list = await read(turn);
    if (!list.more) return turn;
    turn = ledTo(list, list.page + 1).turn;
  }
}

describe("the desk of somebody who runs 200 camps and comes to 100 others", () => {
  let me: Me;
  beforeAll(async () => {
    me = { id: newId(), email: "ama@example.org" };
    await db.insert(person).values({ ...me, name: "Ama" });
    await db.execute(sql`insert into role (event_id, person_id, role, created_at)
      select md5('camp' || n)::uuid, ${me.id}, 'organiser', now() from generate_series(1, 200) n`);
    await db.execute(sql`insert into registration
        (id, event_id, email, name, sector_id, status, rank, registered_at, changed_at)
      select md5('ama' || n)::uuid, md5('camp' || n)::uuid, ${me.email}, 'Ama', md5('sector' || n)::uuid, 'confirmed', 900,
        now(), now() from generate_series(151, 300) n`);
    const draft = await makeCamp(db, { phase: "draft", startsAt: new Date("2026-07-20T08:00:00Z") });
    await db.execute(
      sql`insert into role (event_id, person_id, role, created_at) values (${draft.id}, ${me.id}, 'campmaker', now())`,
    );
    await db.update(event).set({ name: "Señor Gritcamp" }).where(eq(event.id, draft.id));
    await db.execute(sql`analyze role, registration`);
  });

  test("has each of them once, with their part in it, drafts among them", async () => {
    const camps = await walk(({ turn }) => listMyComing(db, me, NOW, turn), 5);
    for (const year of await listMyYears(db, me, NOW))
      camps.push(...(await walk(({ turn }) => listMyPast(db, me, NOW, year, turn), 6)));
    const names = camps.map(({ slug }) => Number(slug.replace("quiet-", ""))).sort((a, b) => a - b);
    expect(names.filter(Boolean)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    const parts = { both: 0, runs: 0, comes: 0 };
    for (const { roles, attending } of camps) parts[roles ? (attending ? "both" : "runs") : "comes"] += 1;
    expect(parts).toEqual({ both: 50, runs: 151, comes: 100 });
    expect(camps.filter(({ phase }) => phase === "draft").map(({ roles }) => roles)).toEqual([["campmaker"]]);
  });

  test("finds one by what is remembered of its name, and says when nothing is like that", async () => {
    const found = async (search: string) =>
      (await walk(({ page }) => findMyCamps(db, me, search, page), 6)).map(({ name }) => name);
    expect(await found("senor grit")).toEqual(["Señor Gritcamp"]);
    expect(await found("QUIET 299")).toEqual(["Quiet camp 299"]);
    expect(await found("quiet")).toHaveLength(300);
    expect(await found("quiet 301")).toEqual([]);
  });

  test("reads rows of its own camps and not of all", async () => {
    const reads = [
      await rowsRead(() => listMyComing(db, me, NOW, FIRST_PAGE)),
      await rowsRead(() => listMyPast(db, me, NOW, 2024, FIRST_PAGE)),
      await rowsRead(() => findMyCamps(db, me, "quiet 7", 1)),
    ];
    expect(reads.filter((rows) => rows > 5_000)).toEqual([]);
  });
});

/** How many rows and entries of indexes of camps and days were read for something. */
async function rowsRead(work: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    await db.execute(sql`select pg_stat_force_next_flush()`);
    const [row] = await db.execute<{ read: string }>(
      sql`select (select sum(seq_tup_read) from pg_stat_user_tables where relname in ('event', 'day', 'role'))
        + (select sum(idx_tup_read) from pg_stat_user_indexes where relname in ('event', 'day', 'role')) as read`,
    );
    return Number(row!.read);
  };
  const before = await count();
  await work();
  await count();
  return (await count()) - before;
}
