import { expect, it } from "vitest";
import { NOTHING_ON_THE_DAY } from "#domain/registration/on-the-day.ts";

it("offers nothing to whoever may have typed another's address", () => {
  const { lateTimes, ...others } = NOTHING_ON_THE_DAY;
  expect(lateTimes).toEqual([]);
  expect(Object.values(others).filter(Boolean)).toEqual([]);
});
