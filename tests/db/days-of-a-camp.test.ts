/** The change that gave camps their days: every camp that was there goes on as it was. */
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { freshDatabase } from "#tests/support/database.ts";

const FOLDER = new URL("../../db/migrations/", import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".sql"))
  .sort();
const at = files.findIndex((name) => name.endsWith("_days_of_a_camp.sql"));

let db: Database;
const run = (name: string) => db.$client.unsafe(readFileSync(new URL(name, FOLDER), "utf8"));

beforeAll(async () => {
  db = (await freshDatabase()).db;
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`create schema public`);
  for (const name of files.slice(0, at)) await run(name);
});

test("phases, doors and slots stay, and a later date becomes a day", async () => {
  const camps = {
    tickets: "tickets",
    doors: "doors",
    sessions: "sessions",
    after: "after",
    two: "pitching",
    nowhere: "grid",
  };
  for (const [slug, phase] of Object.entries(camps))
    await db.execute(sql`insert into event (id, slug, name, place, day, starts_at, zone, capacity, phase, created_at)
      values (gen_random_uuid(), ${slug}, ${slug}, 'Here', '2012-08-25', '2012-08-25T13:00Z',
        ${slug === "nowhere" ? "Mars/Olympus" : "America/New_York"}, 10, ${phase}, now())`);
  const slots = [
    // An evening that is the next day in London already, one before the camp, and the next morning.
    ["two", "2012-08-26T02:00Z", "2012-08-26T05:00Z"],
    ["two", "2012-08-24T22:00Z", "2012-08-24T23:00Z"],
    ["two", "2012-08-26T14:00Z", "2012-08-26T15:00Z"],
    ["nowhere", "2012-08-25T14:00Z", "2012-08-25T15:00Z"],
  ];
  for (const [slug, from, to] of slots)
    await db.execute(sql`insert into slot (id, event_id, kind, starts_at, ends_at)
      select gen_random_uuid(), id, 'session', ${from}::timestamptz, ${to}::timestamptz from event where slug = ${slug}`);

  await run(files[at]!);

  const days =
    await db.execute(sql`select slug, event.phase as camp, day.date, day.phase, day.starts_at = event.starts_at as first,
      (select string_agg(to_char(slot.starts_at at time zone 'UTC', 'DD HH24'), ', ' order by slot.starts_at) from slot where day_id = day.id) as slots
    from day join event on event.id = day.event_id order by slug, date`);
  const said = days.map((it) => [it.slug, it.camp, it.date, it.phase, it.first, it.slots]);
  expect(said).toEqual([
    ["after", "after", "2012-08-25", "over", true, null],
    ["doors", "doors", "2012-08-25", "doors", true, null],
    ["nowhere", "grid", "2012-08-25", "grid", true, "25 14"],
    ["sessions", "sessions", "2012-08-25", "sessions", true, null],
    ["tickets", "tickets", "2012-08-25", "doors", true, null],
    ["two", "pitching", "2012-08-25", "over", true, "24 22, 26 02"],
    ["two", "pitching", "2012-08-26", "pitching", false, "26 14"],
  ]);
});
