/**
 * What can be written must be readable: what the domain accepts the database takes, rows from before there were
 * limits are mended or at least read, and one of them never takes a list with it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { listComing, listPast, listYears } from "#db/camp-list.ts";
import type { Database } from "#db/connection.ts";
import { listDemoCamps } from "#db/demo/visitor.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { readKnownCamp } from "#db/import/known.ts";
import { listMyComing } from "#db/my-camps.ts";
import { listPitches } from "#db/pitch.ts";
import { readProblem } from "#db/planner-problem.ts";
import { offerFreePlaces } from "#db/registration/waiting.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { slotsShown } from "#db/slot.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { LONGEST } from "#domain/limits.ts";
import { AUDIENCES } from "#domain/live/audience.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import { oneLine } from "#domain/text.ts";
import { plainPage } from "#live/plain/page.ts";
import { fullDay, time, timeRange, weekday } from "#messages/format.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { everyDetail } from "#tests/support/people.ts";

const migrations = new URL("../../db/migrations/", import.meta.url);
const file = readdirSync(migrations).find((name) => name.endsWith("_hold_every_limit.sql"))!;
const statements = readFileSync(new URL(file, migrations), "utf8").split("--> statement-breakpoint");
const dropped = statements.flatMap(
  (it) => /ALTER TABLE "(\w+)" DROP CONSTRAINT "(\w+)"/.exec(it)?.slice(1) ?? [],
);

/** Puts a database back to before there were limits. */
async function withoutLimits(db: Database): Promise<void> {
  const checks = await db.execute<{ t: string; c: string }>(
    sql`select conrelid::regclass::text as t, conname as c from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  for (const { t, c } of checks) await db.execute(sql.raw(`alter table ${t} drop constraint ${c}`));
  for (let n = 0; n < dropped.length; n += 2)
    await db.execute(sql.raw(`alter table "${dropped[n]}" add constraint "${dropped[n + 1]}" check (true)`));
}

/** Dates as a form took them from two typed figures, or as only Postgres can write them. */
const DATES = [
  "0026-07-14",
  "0099-07-14",
  "0001-01-01",
  "0044-03-15 BC",
  "12026-07-14",
  "infinity",
  "-infinity",
  "1900-02-28",
];

/** A camp that no form would take today. @returns its address */
async function badCamp(db: Database, day: string, zone: string): Promise<string> {
  const camp = await makeCamp(db, { phase: "tickets" });
  const finite = !day.includes("infinity");
  await db.execute(sql`update event set day = ${day}::date, zone = ${zone}, name = ${"n".repeat(5_000)}, place = ${"\u200b"},
    starts_at = ${finite ? `${day.replace(" BC", "")} 09:31:15+00${day.endsWith("BC") ? " BC" : ""}` : day}::timestamptz,
    capacity = 2000000000, line_limit = -4 where id = ${camp.id}`);
  await db.execute(sql`insert into slot (id, event_id, day_id, kind, title, starts_at, ends_at)
    select ${newId()}, id, (select day.id from day where day.event_id = event.id), 'break', ${"s".repeat(300)}, starts_at, starts_at + interval '26 hours' from event where id = ${camp.id}`);
  for (const position of [0, 1])
    await db.execute(sql`insert into room (id, event_id, letter, name, capacity, position)
      values (${newId()}, ${camp.id}, ${`${position}`}, ${`${"r".repeat(85)}${position}`}, 40000, ${position})`);
  await db.execute(
    sql`insert into pitch (id, event_id, title, line, expected, created_at) values (${newId()}, ${camp.id}, ${"\u200b\u200d"}, ${"l".repeat(4000)}, -1, now())`,
  );
  await makePerson(db, camp, "waiting", { rank: 1 });
  return camp.slug;
}

async function badCamps(db: Database): Promise<string[]> {
  const slugs = [await badCamp(db, "2026-07-14", "Mars/Olympus")];
  for (const day of DATES) slugs.push(await badCamp(db, day, "Europe/London"));
  return slugs;
}

/** Reads everything that screens show of a camp, and writes its dates as pages do. */
async function readAll(db: Database, slug: string): Promise<void> {
  const camp = (await findEvent(db, slug))!;
  const organiser = await makeOrganiser(db, camp);
  const place = { locale: "en-GB", zone: camp.zone };
  expect([weekday, fullDay, time].map((write) => write(camp.startsAt, place))).not.toContain("");
  const slots = await listSlots(db, camp.id);
  for (const { startsAt, endsAt } of slots) expect(timeRange(startsAt, endsAt, place)).toContain(" to ");
  expect(slotsShown(slots, camp.zone)).toHaveLength(1);
  expect(await listRooms(db, camp.id)).toHaveLength(2);
  for (const audience of AUDIENCES) {
    const snapshot = await readSnapshot(db, camp.id, audience, "unlisted");
    expect(plainPage(snapshot, NOON.getTime())).toContain("<h1>");
  }
  expect(await everyDetail(db, organiser)).toHaveLength(1);
  expect(await listPitches(db, camp.id)).toHaveLength(1);
  expect((await readKnownCamp(db, camp.id)).slots).toHaveLength(1);
  await readProblem(db, camp.id, NOON);
  const me = { id: organiser.personId, email: "olu@example.org" };
  expect((await listMyComing(db, me, NOON, FIRST_PAGE)).items.map((it) => it.slug)).toEqual([slug]);
}

describe("rows from before there were limits", { timeout: 120_000 }, () => {
  let db: Database;
  let slugs: string[];
  beforeAll(async () => {
    ({ db } = await freshDatabase());
    await withoutLimits(db);
    slugs = await badCamps(db);
  });

  test("are read, and none takes a list with it", async () => {
    for (const slug of slugs) await readAll(db, slug);
    const { items: coming } = await listComing(db, NOON, FIRST_PAGE);
    expect(coming.map((camp) => camp.slug).sort()).toEqual([...slugs].sort());
    const me = { id: newId(), email: "person1@example.org" };
    expect((await listMyComing(db, me, NOON, FIRST_PAGE)).items).toHaveLength(slugs.length);
    const later = new Date("2027-06-24T11:00:00Z");
    for (const year of await listYears(db, later))
      expect(await listPast(db, later, year, FIRST_PAGE)).toBeDefined();
    expect(await listDemoCamps(db)).toEqual([]);
    const years = await Promise.all(slugs.slice(1, 3).map((slug) => findEvent(db, slug)));
    expect(years.map((camp) => camp?.startsAt.slice(0, 4))).toEqual(["0026", "0099"]);
  });

  test("let the line go on", async () => {
    for (const slug of slugs) {
      const camp = (await findEvent(db, slug))!;
      const organiser = await makeOrganiser(db, camp);
      expect((await offerFreePlaces(db, organiser, NOON)).ok, slug).toBe(true);
    }
  });

  test("are mended by the migration: two figures of a year are of this century, at the same time of day", async () => {
    for (const statement of statements) await db.execute(sql.raw(statement));
    for (const slug of slugs) await readAll(db, slug);
    const [, short, ninetyNine, ...rest] = await Promise.all(slugs.map((slug) => findEvent(db, slug)));
    expect(short).toMatchObject({
      day: "2026-07-14",
      startsAt: "2026-07-14T08:30:00.000Z",
      capacity: 10_000,
    });
    expect(ninetyNine).toMatchObject({ day: "2099-07-14" });
    expect(rest.map((camp) => camp?.day)).toEqual(["2001-01-01", ...Array(5).fill("2000-01-01")]);
    const [a, b] = await listRooms(db, short!.id);
    expect([a!.name.length, b!.name.length, a!.name === b!.name]).toEqual([60, 60, false]);
    expect(await db.$count(slot)).toBe(slugs.length);
  });
});

describe("the checks of the database", { timeout: 120_000 }, () => {
  test("take every text that a form takes, and refuse what could not be seen", async () => {
    const { db } = await freshDatabase();
    const camp = await makeCamp(db);
    const takes = async (name: string) => {
      try {
        await db
          .insert(room)
          .values({ id: newId(), eventId: camp.id, letter: "A", name, capacity: 1, position: 0 });
        await db.delete(room);
        return true;
      } catch {
        return false;
      }
    };
    const typed = fc
      .oneof(
        fc.string({ unit: "grapheme", maxLength: 90 }),
        fc.uint16Array({ maxLength: 70 }).map((all) => String.fromCharCode(...all)),
      )
      .map(oneLine)
      .filter((name) => name !== "" && name.length <= LONGEST.roomName);
    await fc.assert(fc.asyncProperty(typed, takes), { numRuns: 100 });
    const unseen = [
      "",
      " ",
      "\u200b",
      "\u200d\u200c",
      "\ufeff",
      "\u202e",
      "\u3164",
      "\u2800",
      "x".repeat(61),
    ];
    expect(await Promise.all(unseen.map(takes))).toEqual(unseen.map(() => false));
  });

  test("know each limit by a name of its own", async () => {
    const { db } = await freshDatabase();
    await makeCamp(db);
    const broken = async (values: Record<string, unknown>, table: string) => {
      const set = Object.entries(values).map(([name, value]) => sql`${sql.identifier(name)} = ${value}`);
      const fault = await db.execute(sql`update ${sql.identifier(table)} set ${sql.join(set, sql`, `)}`).then(
        () => null,
        (error: Error) => (error.cause as { constraint_name?: string }).constraint_name,
      );
      return fault;
    };
    expect([
      await broken({ day: "0026-07-14" }, "event"),
      await broken({ starts_at: "0026-07-14 09:00Z" }, "event"),
      await broken({ capacity: 10_001 }, "event"),
      await broken({ name: "x".repeat(81) }, "event"),
      await broken({ place: "\u200b" }, "event"),
      await broken({ line_limit: -1 }, "event"),
    ]).toEqual([
      "event_day_is_of_our_time",
      "event_starts_in_our_time",
      "event_has_places",
      "event_name_fits",
      "event_place_fits",
      "event_line_limit_is_sane",
    ]);
  });
});
