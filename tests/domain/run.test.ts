import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, runKey, runsOf } from "#domain/run.ts";
import { anyGrid } from "#tests/support/any-grid.ts";

const slot = (id: string, startsAt: string, endsAt: string, number = 1) => ({
  id,
  kind: "session" as const,
  title: "",
  startsAt,
  endsAt,
  hour: 1,
  number,
});
const room = (id: string) => ({ id, letter: id, name: `Room ${id}`, capacity: 20, features: [] });
const at = (pitchId: string, slotId: string, roomId: string) => ({
  pitchId,
  slotId,
  roomId,
  copy: 0,
  length: 1 as const,
  pinned: false,
});

const GRID = {
  rooms: [room("a"), room("b")],
  slots: [
    slot("ten", "2026-06-06T09:00:00.000Z", "2026-06-06T09:45:00.000Z"),
    slot("eleven", "2026-06-06T10:00:00.000Z", "2026-06-06T10:45:00.000Z", 2),
  ],
};

test("runs are in order of time, then of the rooms", () => {
  const placements = [at("late", "eleven", "a"), at("second", "ten", "b"), at("first", "ten", "a")];
  expect(runsOf({ ...GRID, placements }).map(({ pitchId }) => pitchId)).toEqual(["first", "second", "late"]);
});

test("a run is as long as its slot", () => {
  const [run] = runsOf({ ...GRID, placements: [at("one", "ten", "b")] });
  expect(run).toMatchObject({
    roomId: "b",
    startsAt: GRID.slots[0]!.startsAt,
    endsAt: GRID.slots[0]!.endsAt,
  });
});

test("what stands in a room or a slot that is gone is no run", () => {
  expect(runsOf({ ...GRID, placements: [at("one", "nine", "a"), at("two", "ten", "z")] })).toEqual([]);
});

test("the first run of a session is named as the session", () => {
  expect(runKey("one", 0)).toBe("one");
  expect(runKey("one", 1)).toBe("one-1");
});

test("a run of two slots goes on to the end of the second", () => {
  const [run] = runsOf({ ...GRID, placements: [{ ...at("one", "ten", "b"), length: 2 }] });
  expect(run).toMatchObject({ startsAt: GRID.slots[0]!.startsAt, endsAt: GRID.slots[1]!.endsAt });
});

test("a session that runs twice has two runs, each named for itself", () => {
  const again = { ...at("one", "eleven", "a"), copy: 1 };
  expect(runsOf({ ...GRID, placements: [again, at("one", "ten", "b")] }).map(({ key }) => key)).toEqual([
    "one",
    "one-1",
  ]);
});

test("whatever was published, each of its placements is one run, in order of time", () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const runs = runsOf(grid);
      expect(runs.map(({ key }) => key).sort()).toEqual(grid.placements.map(keyOf).sort());
      const at = runs.map(({ slotId }) => grid.slots.findIndex(({ id }) => id === slotId));
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }),
  );
});
