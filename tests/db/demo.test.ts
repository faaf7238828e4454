/** The demo camps as they stand in a real database. */
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listComing } from "#db/camp-list.ts";
import type { Database } from "#db/connection.ts";
import { loadDemo, reviveDemo } from "#db/demo.ts";
import { readGrid } from "#db/draft.ts";
import { readEqualityCounts } from "#db/equality/counts.ts";
import { lockEvent } from "#db/event.ts";
import { readLine } from "#db/pitch/line.ts";
import { listPitches } from "#db/pitch.ts";
import { readAllPools } from "#db/pool.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { listDraws } from "#db/release/draw.ts";
import { equality } from "#db/schema/equality.ts";
import { event } from "#db/schema/event.ts";
import { pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { entryGroup } from "#db/schema/release.ts";
import { hand, tally } from "#db/schema/voting.ts";
import type { EventView } from "#domain/event.ts";
import { FIRST_PAGE } from "#domain/paging.ts";
import { keptPlaces } from "#domain/pool.ts";
import { whereInTheDay } from "#domain/slot.ts";
import type { May } from "#domain/viewer.ts";
import { makeCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { miscountedAnywhere } from "#tests/support/miscounted.ts";

const NOW = new Date("2026-11-21T22:07:00Z");
const HOUR = 3_600_000;

let db: Database;
let camps: Record<string, EventView>;

async function statuses(eventId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: registration.status })
    .from(registration)
    .where(eq(registration.eventId, eventId));
  const counts: Record<string, number> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

beforeAll(async () => {
  ({ db } = await freshDatabase());
  expect(await loadDemo(db, NOW)).toEqual({
    loaded: ["Millcamp", "Fellcamp", "Canalcamp", "Harbourcamp"],
    moved: [],
  });
  camps = Object.fromEntries((await listComing(db, NOW, FIRST_PAGE)).items.map((camp) => [camp.slug, camp]));
});

describe("what is loaded", () => {
  test("a camp with 130 places, all taken, and 212 waiting", async () => {
    const { id, capacity, phase } = camps.millcamp!;
    expect({ capacity, phase }).toEqual({ capacity: 130, phase: "tickets" });
    expect(await statuses(id)).toMatchObject({ confirmed: 130, waiting: 212 });
  });

  test("a camp with a draw that 96 people entered, some together, and pools that keep some places", async () => {
    const { id } = camps.fellcamp!;
    expect(await statuses(id)).toEqual({ confirmed: 60, released: 3, entered: 96 });
    const [draw] = await listDraws(db, id);
    expect(draw).toMatchObject({ places: 40, entries: 96, listHash: null });
    expect(Date.parse(draw!.closesAt)).toBeGreaterThan(NOW.getTime());
    const groups = await db.select().from(entryGroup);
    expect(groups).toHaveLength(7);
    const [camp] = await db.select().from(event).where(eq(event.id, id));
    expect(keptPlaces(await readAllPools(db, camp!))).toBe(93);
    expect(camp!.poolsMergeAt!.getTime()).toBeLessThan(camp!.startsAt.getTime());
  });

  test("camps for whose places the clock has nothing to do", async () => {
    for (const { id } of Object.values(camps))
      await db.transaction(async (tx) => {
        const camp = (await lockEvent(tx, id))!;
        expect(await settlePlaces(tx, camp, NOW)).toMatchObject({ offered: 0 });
      });
  });

  test("a camp that is pitching, with 43 pitches, some of them said", async () => {
    const { id, phase } = camps.canalcamp!;
    const pitches = await listPitches(db, id);
    expect(phase).toBe("pitching");
    expect(pitches).toHaveLength(43);
    const line = await readLine(db, id);
    expect(line.waiting).toHaveLength(12);
    expect(line.front).not.toBeNull();
    expect(pitches.every((pitch) => Date.parse(pitch.at) <= NOW.getTime())).toBe(true);
  });

  test("among them one with another in it, and a wish that nobody hosts, of somebody who hosts nothing", async () => {
    const pitches = await listPitches(db, camps.canalcamp!.id);
    const merged = pitches.filter((pitch) => pitch.merged);
    expect(merged).toMatchObject([{ hosts: [expect.any(String), expect.any(String)], merged: [{}] }]);
    const [wish, ...others] = pitches.filter((pitch) => pitch.voice === "wish");
    expect([wish?.hosts, others]).toEqual([[], []]);
    const owners = await db.select().from(pitchHost).where(eq(pitchHost.pitchId, wish!.id));
    expect(owners).toMatchObject([{ own: true, hosting: false }]);
    const { registrationId } = owners[0]!;
    expect(await db.$count(pitchHost, eq(pitchHost.registrationId, registrationId!))).toBe(1);
  });

  test("equality questions that some have answered, shown as at every camp", async () => {
    const { id } = camps.canalcamp!;
    const [asked] = await db.select().from(equality);
    expect(asked).toMatchObject({ eventId: id, answered: 87, shownAnswered: 87 });
    const flagged = and(eq(registration.eventId, id), registration.equalityAnswered);
    expect(await db.$count(registration, flagged)).toBe(87);
    const counts = await readEqualityCounts(db, { eventId: id } as May<"changeSettings">, NOW);
    expect(counts).toHaveLength(5);
    for (const { answers } of counts) {
      const shown = answers.reduce((sum, { people }) => sum + people, 0);
      expect(shown).toBeGreaterThan(60);
      expect(shown).toBeLessThanOrEqual(87);
    }
  });

  test("a published grid of five slots by eight rooms, and slot 3 is on", async () => {
    const grid = (await readGrid(db, camps.harbourcamp!.id))!;
    const slots = grid.slots.filter((slot) => slot.kind === "session");
    expect(grid.rooms).toHaveLength(8);
    expect(slots.map((slot) => slot.number)).toEqual([1, 2, 3, 4, 5]);
    expect(grid.placements).toHaveLength(40);
    expect(new Set(grid.placements.map(({ slotId, roomId }) => slotId + roomId)).size).toBe(40);
    expect(whereInTheDay(slots, NOW.getTime()).on?.number).toBe(3);
  });

  test("hands are rows, and the tally is their count", async () => {
    expect(await miscountedAnywhere(db)).toEqual([]);
    const counts = await db.select().from(tally);
    const sum = counts.reduce((total, row) => total + row.hands, 0);
    expect(counts).toHaveLength(84);
    // What is part of another counts there too, each person once.
    const [merged] = (await listPitches(db, camps.canalcamp!.id)).filter((pitch) => pitch.merged);
    const parts = await db
      .selectDistinct({ who: hand.registrationId })
      .from(hand)
      .where(inArray(hand.pitchId, [merged!.id, merged!.merged![0]!.id]));
    const own = await db.$count(hand, eq(hand.pitchId, merged!.id));
    expect(sum).toBe((await db.$count(hand)) - own + parts.length);
  });
});

describe("loading again", () => {
  test("changes nothing while the camps show their moment", async () => {
    const before = await db.$count(registration);
    expect(await loadDemo(db, NOW)).toEqual({ loaded: [], moved: [] });
    expect(await db.$count(registration)).toBe(before);
  });

  test("two starts at once load one set", async () => {
    const other = (await freshDatabase()).db;
    const news = await Promise.all([loadDemo(other, NOW), loadDemo(other, NOW)]);
    const names = ["Canalcamp", "Fellcamp", "Harbourcamp", "Millcamp"];
    expect(news.flatMap((one) => one.loaded).sort()).toEqual(names);
    expect(await other.$count(event)).toBe(4);
  });

  test("an installation with a camp of its own gets none", async () => {
    const other = (await freshDatabase()).db;
    await makeCamp(other);
    expect(await loadDemo(other, NOW)).toEqual({ loaded: [], moved: [] });
  });
});

describe("a demo that time has passed by", () => {
  test("is revived only when its day is over", async () => {
    await reviveDemo(db, new Date(NOW.getTime() + HOUR));
    const [camp] = await db.select().from(event).where(eq(event.slug, "harbourcamp"));
    expect(camp!.startsAt.toISOString()).toBe(camps.harbourcamp!.startsAt);
  });

  test("is moved whole by the next start: slot 3 is on again, draft and published alike", async () => {
    const tomorrow = new Date(NOW.getTime() + 31 * HOUR);
    const { id } = camps.harbourcamp!;
    const before = (await readGrid(db, id))!;
    expect(await loadDemo(db, tomorrow)).toEqual({ loaded: [], moved: ["Canalcamp", "Harbourcamp"] });
    const after = (await readGrid(db, id))!;
    expect(after.placements).toEqual(before.placements);
    const slots = after.slots.filter((slot) => slot.kind === "session");
    expect(whereInTheDay(slots, tomorrow.getTime()).on?.number).toBe(3);
    expect(await miscountedAnywhere(db)).toEqual([]);
  });
});
