import { expect, test } from "vitest";
import type { Placement } from "#domain/grid.ts";
import { copiesOf, ONCE, sameShape, shapeOf, waitingOf } from "#domain/shape.ts";

const at = (copy: number, pitchId = "a"): Placement => ({
  ...{ pitchId, copy, slotId: "one", roomId: "hall", length: 1, pinned: false },
});
const runs = (count: number) => ({ a: { shape: { length: 1 as const, runs: count } } });

test("a session of which nobody decided anything runs once, over one slot", () => {
  expect(shapeOf({}, "a")).toEqual(ONCE);
  expect(shapeOf({ a: {} }, "a")).toEqual(ONCE);
  expect(sameShape(ONCE, { length: 1, runs: 1 })).toBe(true);
  expect(sameShape(ONCE, { length: 2, runs: 1 })).toBe(false);
  expect(sameShape(ONCE, { length: 1, runs: 2 })).toBe(false);
});

test("what waits has the lowest free numbers, as many as do not stand", () => {
  expect(copiesOf([], {}, "a")).toEqual([0]);
  expect(copiesOf([at(1), at(0, "b")], runs(3), "a")).toEqual([0, 1, 2]);
  expect(waitingOf([at(1)], runs(3), "a").map(({ copy }) => copy)).toEqual([0, 2]);
});

test("a run that stands keeps its number, also when the one before it is no more", () => {
  expect(copiesOf([at(1)], runs(1), "a")).toEqual([1]);
  expect(waitingOf([at(1)], runs(1), "a")).toEqual([]);
});
