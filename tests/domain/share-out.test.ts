import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOut } from "#domain/share-out.ts";

const weights = fc.array(fc.nat(200), { minLength: 1, maxLength: 6 });

test("shares are whole, sum up to all there is, and go by the weights", () => {
  fc.assert(
    fc.property(fc.nat(500), weights, (total, by) => {
      const shares = shareOut(total, by);
      expect(shares.reduce((sum, n) => sum + n, 0)).toBe(total);
      for (const [i, a] of by.entries())
        for (const [j, b] of by.entries()) if (a > b) expect(shares[i]).toBeGreaterThanOrEqual(shares[j]!);
    }),
  );
});

test("of a larger total no share is smaller, so that a range stays one", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(50), weights, (total, more, by) => {
      const [few, many] = [shareOut(total, by), shareOut(total + more, by)];
      expect(few.every((n, i) => n <= many[i]!)).toBe(true);
    }),
  );
});

test("what has no weight at all is shared alike, the first first, and among none there is nothing to share", () => {
  expect(shareOut(5, [0, 0])).toEqual([3, 2]);
  expect(shareOut(41, [3, 1])).toEqual([31, 10]);
  expect(shareOut(7, [])).toEqual([]);
});
