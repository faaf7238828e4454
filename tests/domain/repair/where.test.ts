import { expect, test } from "vitest";
import { runsAhead, slotsAhead, troubleAt } from "#domain/repair/where.ts";

const slot = (id: string, startsAt: string, kind: "session" | "break" = "session") => ({
  ...{ id, kind, title: "", hour: 1, number: 1, startsAt },
  endsAt: new Date(Date.parse(startsAt) + 45 * 60_000).toISOString(),
});
const slots = [
  slot("one", "2026-07-14T10:00:00.000Z"),
  slot("lunch", "2026-07-14T11:00:00.000Z", "break"),
  slot("two", "2026-07-14T12:00:00.000Z"),
  slot("tomorrow", "2026-07-15T10:00:00.000Z"),
];
const rooms = [{ id: "hall", letter: "A", name: "Hall", capacity: 20, features: [] }];
const placements = ["one", "two"].map((slotId) => {
  return { pitchId: `in-${slotId}`, copy: 0, length: 1 as const, slotId, roomId: "hall", pinned: false };
});
const grid = { rooms, slots, placements };
const ZONE = "Europe/London";
const [BEFORE, DURING, AFTER] = ["09:00", "10:44:59.999", "10:45"].map((time) =>
  Date.parse(`2026-07-14T${time}Z`),
) as [number, number, number];

test("what is on is ahead until it ends, and a break is not", () => {
  expect(slotsAhead(grid, DURING).map(({ id }) => id)).toEqual(["one", "two", "tomorrow"]);
  expect(slotsAhead(grid, AFTER).map(({ id }) => id)).toEqual(["two", "tomorrow"]);
  expect(runsAhead(grid, DURING).map(({ key }) => key)).toEqual(["in-one", "in-two"]);
  expect(runsAhead(grid, AFTER).map(({ key }) => key)).toEqual(["in-two"]);
});

test("a room that has gone has so for the rest of that day, or for one slot", () => {
  const gone = (where: string, slot: string | null, now = BEFORE) =>
    troubleAt("room_gone", { where, slot }, grid, now, ZONE);
  expect(gone("hall", null)).toEqual({ kind: "room_gone", roomId: "hall", slotIds: ["one", "two"] });
  expect(gone("hall", null, AFTER)).toEqual({ kind: "room_gone", roomId: "hall", slotIds: ["two"] });
  expect(gone("hall", "two")).toEqual({ kind: "room_gone", roomId: "hall", slotIds: ["two"] });
  expect(gone("hall", "one", AFTER)).toBeNull();
  expect(gone("attic", null)).toBeNull();
  expect(gone("hall", null, Date.parse("2026-07-16T00:00Z"))).toBeNull();
});

test("a slot that is over or a break is not lost, and a session that is over is neither full nor without its host", () => {
  const lost = (where: string) => troubleAt("slot_lost", { where, slot: null }, grid, AFTER, ZONE);
  expect(["one", "lunch", "two"].map(lost)).toEqual([null, null, { kind: "slot_lost", slotId: "two" }]);
  for (const kind of ["full", "host_ill"] as const) {
    expect(troubleAt(kind, { where: "in-one", slot: null }, grid, AFTER, ZONE)).toBeNull();
    expect(troubleAt(kind, { where: "in-one", slot: null }, grid, DURING, ZONE)).toEqual({
      ...{ kind, key: "in-one" },
    });
  }
});
