import { describe, expect, test } from "vitest";
import { type KnownCamp, PITCHES_MAX } from "#domain/import/additions.ts";
import { placePitches } from "#domain/import/cells.ts";
import type { ImportedPitch, ImportedSlot } from "#domain/import/problem.ts";
import { MOST } from "#domain/limits.ts";

const slot: ImportedSlot = { kind: "session", title: "", startsAt: 0, endsAt: 10 };

const CAMP: KnownCamp = {
  capacity: 1,
  holding: 0,
  days: [],
  rooms: [{ id: "loft", name: "Loft" }],
  slots: [{ ...slot, id: "one" }],
  pitches: [
    { id: "bins", title: "Bins" },
    { id: "pools", title: "Pools" },
  ],
  placements: [{ pitchId: "bins", slotId: "one", roomId: "loft" }],
  people: [],
};

const pitch = (title: string, room: string | null): ImportedPitch => ({
  row: 2,
  title,
  line: "",
  kind: "discuss",
  hosts: [],
  ref: "",
  cell: room === null ? null : { slot, second: null, room },
  pinned: false,
});

test("a session that stands where the file says is there already", () => {
  const { pitches, placements, notes } = placePitches([pitch("bins", "loft")], CAMP);
  expect([pitches, placements]).toEqual([[], []]);
  expect(notes.map((note) => note.code)).toEqual(["already_there"]);
});

test("another session in that cell stays, and the row is named", () => {
  const { pitches, problems } = placePitches([pitch("Drones", "Loft")], CAMP);
  expect(pitches).toEqual([]);
  expect(problems).toMatchObject([{ row: 2, code: "cell_taken", value: "Loft", other: "Bins" }]);
});

test("a pitch that waits for a place is placed, not doubled", () => {
  const { pitches, placements } = placePitches([pitch("Pools", "Yard")], CAMP);
  expect(pitches).toEqual([]);
  expect(placements).toMatchObject([{ pitch: { id: "pools" }, room: "Yard" }]);
});

test("a placed one that the file has elsewhere too runs again", () => {
  const { pitches, placements } = placePitches([pitch("Bins", "Yard")], CAMP);
  expect(pitches).toHaveLength(1);
  expect(placements).toMatchObject([{ pitch: { at: 0 }, room: "Yard" }]);
});

test("two sessions of one import never share a cell", () => {
  const { placements, problems } = placePitches([pitch("A", "Yard"), pitch("B", "yard")], CAMP);
  expect(placements).toHaveLength(1);
  expect(problems).toMatchObject([{ code: "cell_taken", other: "A" }]);
});

test("one room, pitch or session more than a camp can have is named", () => {
  const rooms = Array.from({ length: MOST.rooms }, (_, n) => pitch(`S${n}`, `Room ${n}`));
  expect(placePitches(rooms, CAMP).problems).toMatchObject([
    { code: "rooms_many", value: `Room ${MOST.rooms - 1}` },
  ]);
  const many = Array.from({ length: PITCHES_MAX }, (_, n) => pitch(`P${n}`, null));
  expect(placePitches(many, CAMP).problems.map(({ value }) => value)).toEqual([
    `P${PITCHES_MAX - 2}`,
    `P${PITCHES_MAX - 1}`,
  ]);
});

test("a list doubles nothing", () => {
  const { pitches } = placePitches([pitch("BINS", null), pitch("New", null)], CAMP);
  expect(pitches.map((one) => one.title)).toEqual(["New"]);
});

/** How often the camp's pitches are looked at while `rows` sessions of one title are placed among as many. */
function looksFor(rows: number): number {
  let looks = 0;
  const named = (id: string) => ({
    title: "Tea",
    get id() {
      looks += 1;
      return id;
    },
  });
  const ids = Array.from({ length: rows }, (_, n) => `p${n}`);
  const slots = ids.map((id, n) => ({ ...slot, id, startsAt: n * 10, endsAt: n * 10 + 10 }));
  const placements = ids.map((pitchId) => ({ pitchId, slotId: pitchId, roomId: "loft" }));
  const camp = { ...CAMP, pitches: ids.map(named), slots, placements };
  const imported = slots.map(({ id: _, ...at }) => ({
    ...pitch("Tea", null),
    cell: { slot: at, second: null, room: "loft" },
  }));
  const elsewhere = imported.map((one) => ({ ...one, cell: { ...one.cell, room: "den" } }));
  placePitches([...imported, ...elsewhere], camp);
  return looks;
}

test("twice as many sessions of one title are twice the work, and not four times", () => {
  expect(looksFor(400)).toBeLessThanOrEqual(2 * looksFor(200));
});

describe("a session of two slots", () => {
  const second = { ...slot, startsAt: slot.endsAt, endsAt: slot.endsAt + 10 };
  const long = (title: string) => ({
    ...pitch(title, "den"),
    cell: { slot, second, room: "den" },
    goesOn: 3,
  });

  test("is brought with the row that says it goes on", () => {
    const { pitches, placements, notes, problems } = placePitches([long("Maps")], CAMP);
    expect([pitches.length, placements, problems]).toMatchObject([1, [{ slot, second, room: "den" }], []]);
    expect(notes).toEqual([{ file: 0, row: 3, value: "Maps", column: "title", code: "goes_on", other: "2" }]);
  });

  test("leaves its second cell to nobody else, and is left out with both rows where that is taken", () => {
    const late = { ...pitch("Late", "den"), row: 4, cell: { slot: second, second: null, room: "den" } };
    expect(placePitches([long("Maps"), late], CAMP).problems).toMatchObject([{ row: 4, code: "cell_taken" }]);
    expect(placePitches([late, long("Maps")], CAMP).problems).toMatchObject([
      { row: 2, code: "cell_taken", other: "Late" },
      { row: 3, code: "cell_taken", other: "Late" },
    ]);
  });
});
