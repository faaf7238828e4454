import { expect, it } from "vitest";
import { isIn, NOTHING_ON_THE_DAY } from "#domain/registration/on-the-day.ts";

it("offers nothing to whoever may have typed another's address", () => {
  const { lateTimes, ...others } = NOTHING_ON_THE_DAY;
  expect(lateTimes).toEqual([]);
  expect(Object.values(others).filter(Boolean)).toEqual([]);
});

it("has somebody in from their check-in until they leave", () => {
  expect(
    [null, { leftAt: null }, { leftAt: "2026-07-14T15:00:00.000Z" }].map((here) => isIn({ here })),
  ).toEqual([false, true, false]);
});
