import fc from "fast-check";
import { expect, test } from "vitest";
import { pauseAfter } from "#domain/backoff.ts";

const pace = { first: 250, most: 30_000 };

test("it doubles, up to the most", () => {
  const full = [0, 1, 2, 3, 6, 7, 1_000_000].map((failures) => pauseAfter(failures, 1, pace));
  expect(full).toEqual([250, 500, 1_000, 2_000, 16_000, 30_000, 30_000]);
  expect(pauseAfter(3, 0, pace)).toBe(1_000);
});

test("whatever is drawn, a pause is whole milliseconds, never none, never beyond the most, and never shorter than a smaller draw's", () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 2, max: 1_000 }),
      fc.integer({ min: 1_000, max: 1_000_000 }),
      (failures, draw, first, most) => {
        const pause = pauseAfter(failures, draw, { first, most });
        expect(Number.isInteger(pause)).toBe(true);
        expect(pause).toBeGreaterThanOrEqual(pauseAfter(failures, 0, { first, most }));
        expect(pause).toBeGreaterThan(0);
        expect(pause).toBeLessThanOrEqual(most);
        expect(pauseAfter(failures + 1, draw, { first, most })).toBeGreaterThanOrEqual(pause);
      },
    ),
  );
});
