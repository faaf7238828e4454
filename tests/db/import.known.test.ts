/** Imports into a camp that has rooms, slots and a draft already: what fits is added, and nothing there is lost. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { markOf } from "#db/change.ts";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots, readDraft } from "#db/draft.ts";
import { importFiles, previewImport } from "#db/import.ts";
import { changeRooms } from "#db/room.ts";
import { changeSlots } from "#db/slot.ts";
import { NO_CHOICES } from "#domain/import/choices.ts";
import { clockOf } from "#domain/time/slot-times.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const called = { person: "Person #", session: "Session #" };

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

/** Two rooms and a morning: 10:00, tea, 11:15. */
async function begunCamp() {
  const camp = await makeCamp(db, { phase: "grid" });
  const organiser = await makeOrganiser(db, camp);
  const rooms = ["Hall", "Den"].map((name) => ({
    id: null,
    name,
    capacity: 60,
    features: ["loop" as const],
  }));
  await changeRooms(db, organiser, markOf([]), rooms, NOON);
  const row = (kind: "session" | "break", title: string, starts: string, ends: string) => {
    return { id: null, kind, title, day: "2026-07-14", starts, ends };
  };
  const slots = [
    row("session", "", "10:00", "10:45"),
    row("break", "Tea", "10:45", "11:15"),
    row("session", "", "11:15", "12:00"),
  ];
  await changeSlots(db, organiser, markOf([]), slots, NOON);
  const look = (text: string) => previewImport(db, organiser, { files: [text], choices: NO_CHOICES }, called);
  const bring = async (text: string) => {
    const { mark, additions } = await look(text);
    await importFiles(db, organiser, { files: [text], choices: NO_CHOICES, mark }, called, NOON);
    return additions;
  };
  const state = async () => ({
    rooms: await listRooms(db, camp.id),
    slots: await listSlots(db, camp.id),
    placements: [...(await readDraft(db, camp.id)).placements],
  });
  return { look, bring, state };
}

const sheet = (...rows: string[]) => ["start,end,room,title", ...rows].join("\n");

test("what the camp has is used by its time and its name, the rest is added, and what collides is said beforehand", async () => {
  const { bring, state } = await begunCamp();
  await bring(sheet("10:00,10:45,Hall,Bins"));
  const before = await state();
  const additions = await bring(
    sheet(
      "10:00,10:45,HALL,Buses",
      "10:00,10:45,Den,Pools",
      "10:45,11:15,,Tea",
      "11:20,12:05,Attic,Maps",
      "14:00,14:45,Den,Trees",
      "10:30,11:30,Den,Across",
    ),
  );
  expect(additions.met).toEqual({ rooms: 2, slots: 2 });
  expect(additions.rooms.map(({ name }) => name)).toEqual(["Attic"]);
  expect(additions.slots).toHaveLength(1);
  expect(additions.problems.map(({ row, code, other }) => [row, code, other])).toEqual([
    [2, "cell_taken", "Bins"],
    [4, "overlaps", "Tea, 10:45–11:15"],
    [7, "overlaps", "10:00–10:45"],
  ]);
  expect(additions.notes).toMatchObject([
    { row: 5, code: "moved_slot", value: "11:20–12:05", other: "11:15–12:00" },
  ]);
  const after = await state();
  expect(after.rooms).toEqual(expect.arrayContaining(before.rooms));
  expect(after.slots.map(({ id }) => id)).toEqual(expect.arrayContaining(before.slots.map(({ id }) => id)));
  expect(after.placements).toEqual(expect.arrayContaining(before.placements));
  expect([after.rooms.length, after.slots.length, after.placements.length]).toEqual([3, 4, 4]);
});

test("whatever is brought into a camp, nothing that was there changes, and a second time brings nothing", async () => {
  const rowOf = fc
    .record({
      starts: fc.integer({ min: 9 * 12, max: 16 * 12 }),
      length: fc.integer({ min: 2, max: 24 }),
      room: fc.constantFrom("Hall", "den", "Attic", "Cellar"),
      title: fc.constantFrom("Bins", "Pools", "Maps", "Trees", "Buses", "Tea"),
    })
    .map(({ starts, length, room, title }) => {
      return `${clockOf(starts * 5)},${clockOf((starts + length) * 5)},${room},${title}`;
    });
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 10 }), async (rows) => {
      const { bring, look, state } = await begunCamp();
      await bring(sheet("11:15,12:00,Den,Long ago"));
      const before = await state();
      await bring(sheet(...rows));
      const after = await state();
      expect(after.rooms).toEqual(expect.arrayContaining(before.rooms));
      const spans = (it: typeof before) =>
        it.slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
      expect(spans(after)).toEqual(expect.arrayContaining(spans(before)));
      expect(after.placements).toEqual(expect.arrayContaining(before.placements));
      const { additions } = await look(sheet(...rows));
      expect([additions.rooms, additions.slots, additions.pitches, additions.placements]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    }),
    { numRuns: 30 },
  );
}, 60_000);
