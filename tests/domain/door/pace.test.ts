import { expect, test } from "vitest";
import { PACE_MINUTES, paceOf, shareIn } from "#domain/door/pace.ts";

test("the pace is that of the last quarter of an hour", () => {
  expect(paceOf(20, 40, 100)).toEqual({ anHour: (20 * 60) / PACE_MINUTES, left: 45 });
});

test("nobody knows when a door that is quiet is done, and nothing is left once all are in", () => {
  expect(paceOf(0, 40, 100).left).toBeNull();
  expect(paceOf(4, 120, 100).left).toBe(0);
});

test("of a past camp it is known how many were in after each quarter of an hour", () => {
  const arrivals = [30, 50, 20];
  expect([15, 29, 30, 500].map((minutes) => shareIn(arrivals, minutes))).toEqual([0.3, 0.3, 0.8, 1]);
  expect([shareIn(arrivals, 14), shareIn([], 60)]).toEqual([null, null]);
});
