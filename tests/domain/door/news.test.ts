import { expect, test } from "vitest";
import { keepsListUntil } from "#domain/door/news.ts";
import { PHASES, wentBy } from "#domain/event.ts";

const HOUR = 3_600_000;
const DOORS = Date.parse("2026-07-14T08:00:00Z");
const day = { startsAt: "2026-07-14T08:00:00Z" };

test("a phone keeps the names for sixteen hours, and not a moment once the camp is over", () => {
  for (const phase of PHASES)
    expect(keepsListUntil(phase, day, DOORS) - DOORS).toBe(wentBy(phase) ? 0 : 16 * HOUR);
});

test("but not until the doors of the next day, unless nobody has moved the camp on", () => {
  const hoursAt = (hours: number) => (keepsListUntil("doors", day, DOORS + hours * HOUR) - DOORS) / HOUR;
  expect([-1, 3, 4, 10, 19, 20, 24].map(hoursAt)).toEqual([15, 19, 20, 20, 20, 36, 40]);
});
