import { expect, test } from "vitest";
import { runKey, runsOf } from "#domain/run.ts";

const slot = (id: string, startsAt: string, endsAt: string) => ({
  id,
  kind: "session" as const,
  title: "",
  startsAt,
  endsAt,
  hour: 1,
  number: 1,
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
    slot("eleven", "2026-06-06T10:00:00.000Z", "2026-06-06T10:45:00.000Z"),
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
