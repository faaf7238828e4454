import { expect, test } from "vitest";
import { inRange, LONGEST, RANGES } from "#domain/limits.ts";

test("both ends of a range are within it, and nothing beyond or between whole numbers", () => {
  for (const what of Object.keys(RANGES) as (keyof typeof RANGES)[]) {
    const { min, max } = RANGES[what];
    const asked = [min - 1, min, max, max + 1, min + 0.5, Number.NaN, Number.POSITIVE_INFINITY];
    expect(asked.map((value) => inRange(value, what))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  }
});

test("every text has room for something", () => {
  expect(Object.values(LONGEST).filter((most) => !(most >= 40))).toEqual([]);
});
