import { describe, expect, test } from "vitest";
import { cellsOf, isWhole, meet, strandedBy } from "#domain/cell.ts";
import type { Placement } from "#domain/grid.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const at = (pitchId: string, slotId: string, roomId = "hall", length: 1 | 2 = 2): Placement => ({
  ...{ pitchId, copy: 0, slotId, roomId, length, pinned: false },
});
/** Lunch after the second slot of the first day. */
const slots = slotsOf(["one", "two", "lunch", "three"], ["four", "five"]);
const idsOf = (it: Placement) => cellsOf(it, slots).map(({ slotId, roomId }) => `${slotId} ${roomId}`);

describe("a session of two slots", () => {
  test("stands in both, in one room", () => {
    expect(idsOf(at("a", "one"))).toEqual(["one hall", "two hall"]);
    expect(idsOf(at("a", "four"))).toEqual(["four hall", "five hall"]);
    expect(isWhole(at("a", "one"), slots)).toBe(true);
  });
  test.each([
    ["two", "a break is next"],
    ["three", "the next is of another day"],
    ["five", "nothing is next"],
    ["lunch", "it is in a break itself"],
  ])("stands in the one alone in %s, where %s", (slotId) => {
    expect(idsOf(at("a", slotId))).toEqual([`${slotId} hall`]);
    expect(isWhole(at("a", slotId), slots)).toBe(false);
  });
  test("stands in its own cell where its slot is not there any more", () => {
    expect(idsOf(at("a", "gone"))).toEqual(["gone hall"]);
  });
  test("meets what stands in either", () => {
    expect(meet(at("a", "one"), at("b", "two", "hall", 1), slots)).toBe(true);
    expect(meet(at("b", "two", "hall", 1), at("a", "one"), slots)).toBe(true);
    expect(meet(at("a", "one"), at("b", "two", "den", 1), slots)).toBe(false);
    expect(meet(at("a", "one", "hall", 1), at("b", "two", "hall", 1), slots)).toBe(false);
  });
});

describe("once other slots follow each other", () => {
  const swapped = slotsOf(["one", "three", "lunch", "two"], ["four", "five"]);
  test("what is long is stranded where somebody else stands next, or nobody can", () => {
    const all = [at("a", "one"), at("b", "three", "hall", 1), at("c", "two", "den"), at("d", "four")];
    expect(strandedBy(all, slots).map(({ pitchId }) => pitchId)).toEqual(["c"]);
    expect(strandedBy(all, swapped).map(({ pitchId }) => pitchId)).toEqual(["a", "c"]);
  });
  test("of two that would meet the first stays", () => {
    const run = slotsOf(["one", "two", "three", "four"]);
    const two = [at("a", "one"), at("b", "three")];
    expect(strandedBy(two, run)).toEqual([]);
    expect(strandedBy(two, slotsOf(["one", "three", "two", "four"]))).toEqual([two[1]]);
  });
});
