/**
 * What recurs costs what is due and never how many camps there are. Postgres itself counts the rows that are read, by
 * whichever way, so that no query needs to be named here.
 */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Database } from "#db/connection.ts";
import { readVersions } from "#db/snapshot.ts";
import { takeUpSuggestion } from "#db/suggestion.ts";
import { clock } from "#jobs/clock.ts";
import { Ticker } from "#live/ticker.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeManyCamps } from "#tests/support/many-camps.ts";

const CAMPS = 10_000;
/** A beat that has nothing to do reads a row here and there. */
const FEW = 20;

let watcher: Database;
/** With one connection, whose counts are whole as soon as it says so. */
let db: Database;

beforeAll(async () => {
  const fresh = await freshDatabase();
  watcher = fresh.db;
  db = connect(fresh.url, { max: 1 });
  await makeManyCamps(watcher, CAMPS);
}, 120_000);
afterAll(() => db.$client.end({ timeout: 1 }));

/** Rows read so far, in all tables or from their indexes. */
async function rowsRead(): Promise<Map<string, number>> {
  await db.execute(sql`select pg_stat_force_next_flush()`);
  const rows = await watcher.execute<{ name: string; read: string }>(sql`
    select relname as name, seq_tup_read + coalesce(
      (select sum(idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid), 0) as read
    from pg_stat_user_tables t where schemaname = 'public'`);
  return new Map(rows.map(({ name, read }) => [name, Number(read)]));
}

/** By table, how many rows were read meanwhile; those of which none were are left out. */
async function readDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowsRead();
  await work();
  const after = [...(await rowsRead())].map(
    ([name, read]) => [name, read - (before.get(name) ?? 0)] as const,
  );
  return Object.fromEntries(after.filter(([, read]) => read > 0));
}

const sum = (read: Record<string, number>) => Object.values(read).reduce((all, rows) => all + rows, 0);
const now = new Date();
const staying = new AbortController().signal;

it.each([
  ...clock.map(({ name, run }) => [name, () => run(db, now, staying)] as const),
  ["taking up a suggestion", () => takeUpSuggestion(db, now)],
  [
    "looking for hands left uncounted",
    async () => {
      const ticker = new Ticker(db);
      await ticker.sweep("all");
      await ticker.end();
    },
  ],
  ["looking for newer versions of a camp that is watched", () => readVersions(db, [crypto.randomUUID()])],
] as const)("with 10,000 quiet camps, %s reads next to nothing", async (_, work) => {
  expect(sum(await readDuring(work))).toBeLessThanOrEqual(FEW);
});

it("tells reading everything from reading next to nothing", async () => {
  const people = sql`select count(*) from registration where status = 'waiting'`;
  expect(sum(await readDuring(() => db.execute(people)))).toBeGreaterThan(CAMPS);
});

it("with a place free in one of 10,000 camps, a beat reads that camp and makes the offer", async () => {
  const one = sql`event_id = (select id from event where slug = 'quiet-7')`;
  await watcher.execute(sql`update registration set status = 'released' where ${one} and rank = 1`);
  const seeing = clock.find(({ name }) => name.startsWith("ending offers"))!;
  const read = await readDuring(() => seeing.run(db, now, staying));
  const rows = await watcher.execute<{ status: string }>(
    sql`select status from registration where ${one} order by rank`,
  );
  expect(rows.map(({ status }) => status)).toEqual([
    "released",
    "confirmed",
    "confirmed",
    "confirmed",
    "offered",
    "waiting",
  ]);
  expect(sum(read)).toBeLessThanOrEqual(10 * FEW);
});
