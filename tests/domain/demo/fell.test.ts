import { expect, test } from "vitest";
import { CAMPS } from "#domain/demo/camp.ts";
import { FELL_GROUPS, FELL_WAYS } from "#domain/demo/fell.ts";
import { MOST } from "#domain/limits.ts";

const camp = CAMPS.find(({ ways }) => ways === FELL_WAYS)!;
const given = FELL_WAYS.releases.reduce((sum, { places }) => sum + places, 0);

test("keeps some places back, and promises no more than it gives out", () => {
  expect(given).toBeLessThan(camp.capacity);
  const pools = [...Object.values(FELL_WAYS.sectors), FELL_WAYS.firstTimers];
  expect(pools.reduce((sum, { floor }) => sum + floor, 0)).toBeLessThanOrEqual(given);
});

test("has a draw that is open, and more in it than it has places", () => {
  const draw = FELL_WAYS.releases.find(({ way }) => way === "draw")!;
  expect(draw.opens.days).toBeLessThan(0);
  expect(draw.closes!.days).toBeGreaterThan(0);
  expect(camp.entered).toBeGreaterThan(draw.places);
});

test("groups are of two to as many as may enter together, and of those who entered", () => {
  expect(FELL_GROUPS.every((size) => size >= 2 && size <= MOST.together)).toBe(true);
  expect(FELL_GROUPS.reduce((sum, size) => sum + size, 0)).toBeLessThan(camp.entered);
});
