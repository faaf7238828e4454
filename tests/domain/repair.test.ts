import { describe, expect, test } from "vitest";
import type { Cell } from "#domain/cell.ts";
import type { Placement } from "#domain/grid.ts";
import {
  canRepair,
  closingsOf,
  concernedBy,
  type RunMove,
  repairing,
  undoing,
  withClosings,
} from "#domain/repair.ts";

const rooms = ["hall", "den"].map((id, n) => ({
  ...{ id, letter: "AB"[n]!, name: id, capacity: 20, features: [] },
}));
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 6, 14, hour, minute)).toISOString();
const slots = [10, 11, 12].map((hour, n) => ({
  ...{
    id: `s${n}`,
    kind: n === 1 ? ("break" as const) : ("session" as const),
    title: "",
    hour: 1,
    number: 1,
  },
  ...{ startsAt: at(hour), endsAt: at(hour, 45) },
}));
const cell = (slot: number, roomId: string): Cell => ({ slotId: `s${slot}`, roomId });
const put = (pitchId: string, slot: number, roomId: string, pinned = false): Placement => ({
  ...{ pitchId, copy: 0, length: 1, ...cell(slot, roomId), pinned },
});
const placements = [put("a", 0, "hall"), put("b", 2, "den", true)];
const grid = { rooms, slots, placements };
const move = (pitchId: string, from: Cell | null, to: Cell | null): RunMove => ({
  pitchId,
  copy: 0,
  from,
  to,
});
const day = { grid, draft: placements, off: [], named: new Set<string>(), now: Date.parse(at(9)) };
const can = (moves: readonly RunMove[], over: Partial<typeof day> = {}) =>
  canRepair({ moves, closes: [] }, { ...day, ...over });
const [ATHALL, ATDEN] = [cell(0, "hall"), cell(2, "den")];

describe("a repair can be made", () => {
  test("of what is where it was seen, into a free cell, or off", () => {
    expect(can([move("a", ATHALL, cell(0, "den"))])).toBe(true);
    expect(can([move("a", ATHALL, null)])).toBe(true);
    expect(can([])).toBe(true);
  });

  test("not of what is elsewhere or off by now, nor twice of the same", () => {
    expect(can([move("a", cell(2, "hall"), cell(0, "den"))])).toBe(false);
    expect(can([move("a", null, cell(0, "den"))])).toBe(false);
    expect(can([move("c", ATHALL, cell(0, "den"))])).toBe(false);
    expect(can([move("a", ATHALL, null), move("a", ATHALL, cell(0, "den"))])).toBe(false);
    expect(can([move("a", ATHALL, cell(2, "hall")), move("c", null, cell(2, "hall"))])).toBe(false);
  });

  test("of what comes back from nowhere", () => {
    expect(can([move("c", null, cell(0, "den"))])).toBe(true);
  });

  test("not into a cell that something has, there or in the draft, unless that moves too", () => {
    const named = new Set(["b"]);
    expect(can([move("a", ATHALL, ATDEN)])).toBe(false);
    expect(can([move("a", ATHALL, ATDEN), move("b", ATDEN, ATHALL)], { named })).toBe(true);
    const draft = [...placements, put("c", 2, "hall")];
    expect(can([move("a", ATHALL, cell(2, "hall"))], { draft })).toBe(false);
    expect(can([move("a", ATHALL, cell(2, "hall"))])).toBe(true);
  });

  test("not into a break, a room or slot that is not there, or a room that is off", () => {
    expect(can([move("a", ATHALL, cell(1, "den"))])).toBe(false);
    expect(can([move("a", ATHALL, cell(0, "attic"))])).toBe(false);
    expect(can([move("a", ATHALL, cell(7, "den"))])).toBe(false);
    const to = cell(0, "den");
    const closes = [{ roomId: "den", slotIds: ["s0"] }];
    expect(canRepair({ moves: [move("a", ATHALL, to)], closes }, day)).toBe(false);
    const off = [{ id: "o", roomId: "den", slotId: null, note: "" }] as never[];
    expect(can([move("a", ATHALL, to)], { off })).toBe(false);
  });

  test("of what is pinned or on only where it is about that", () => {
    expect(can([move("b", ATDEN, null)])).toBe(false);
    expect(can([move("b", ATDEN, null)], { named: new Set(["b"]) })).toBe(true);
    const now = Date.parse(at(10, 20));
    expect(can([move("a", ATHALL, null)], { now })).toBe(false);
    expect(can([move("a", ATHALL, null)], { now, named: new Set(["a"]) })).toBe(true);
  });

  test("into a slot that has begun only of what is in it", () => {
    const now = Date.parse(at(10, 20));
    const named = new Set(["a", "b"]);
    expect(can([move("a", ATHALL, cell(0, "den"))], { now, named })).toBe(true);
    expect(can([move("b", ATDEN, cell(0, "den"))], { now, named })).toBe(false);
    expect(can([move("c", null, cell(0, "den"))], { now, named })).toBe(false);
  });
});

test("a trouble is about what stands in its room and slots, or about one", () => {
  const keys = (trouble: Parameters<typeof concernedBy>[1]) =>
    concernedBy(grid, trouble).map(({ key }) => key);
  expect(keys({ kind: "room_gone", roomId: "hall", slotIds: ["s0", "s2"] })).toEqual(["a"]);
  expect(keys({ kind: "room_gone", roomId: "hall", slotIds: ["s2"] })).toEqual([]);
  expect(keys({ kind: "slot_lost", slotId: "s2" })).toEqual(["b"]);
  expect(keys({ kind: "full", key: "b" })).toEqual(["b"]);
  expect(keys({ kind: "host_ill", key: "a" })).toEqual(["a"]);
});

test("a room that has gone is off, of a slot that is lost every room is, and else none", () => {
  expect(closingsOf(grid, { kind: "room_gone", roomId: "hall", slotIds: ["s0"] })).toEqual([
    { roomId: "hall", slotIds: ["s0"] },
  ]);
  expect(closingsOf(grid, { kind: "slot_lost", slotId: "s2" }).map(({ roomId }) => roomId)).toEqual([
    ...["hall", "den"],
  ]);
  expect(closingsOf(grid, { kind: "full", key: "a" })).toEqual([]);
  expect(withClosings([], [{ roomId: "hall", slotIds: ["s0", "s2"] }]).map(({ slotId }) => slotId)).toEqual([
    ...["s0", "s2"],
  ]);
});

test("what moves keeps its pin, what goes off leaves its cell first, and nothing else is touched", () => {
  const edit = repairing(placements, [move("b", ATDEN, ATHALL), move("a", ATHALL, null)]);
  expect(edit).toEqual({ before: placements, after: [put("b", 0, "hall", true)] });
  const swap = repairing(placements, [move("a", ATHALL, ATDEN), move("b", ATDEN, ATHALL)]);
  expect(swap?.after).toEqual(expect.arrayContaining([put("a", 2, "den"), put("b", 0, "hall", true)]));
  expect(repairing(placements, [])).toBeNull();
});

test("in a draft in which it is elsewhere it goes from there", () => {
  const draft = [put("a", 2, "hall"), put("b", 2, "den", true)];
  expect(repairing(draft, [move("a", ATHALL, cell(0, "den"))])).toEqual({
    before: [put("a", 2, "hall")],
    after: [put("a", 0, "den")],
  });
  expect(repairing([], [move("a", ATHALL, null)])).toBeNull();
});

test("undone it goes back", () => {
  expect(undoing([move("a", ATHALL, null)])).toEqual([move("a", null, ATHALL)]);
});
