import fc from "fast-check";
import { expect, test } from "vitest";
import { inParts, inShares } from "#components/ui/in-parts.ts";

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);

/** The heaviest part of every way to cut at so many places. */
function lightest(all: readonly number[], parts: number): number {
  if (parts === 1) return sum(all);
  const ways = Array.from({ length: all.length - parts + 1 }, (_, n) =>
    Math.max(sum(all.slice(0, n + 1)), lightest(all.slice(n + 1), parts - 1)),
  );
  return Math.min(...ways);
}

test("parts have everything in its order, and none is empty", () => {
  fc.assert(
    fc.property(weights, fc.nat({ max: 8 }), (all, more) => {
      const parts = 1 + (more % all.length);
      for (const cut of [inParts(all, parts), inShares(all, parts, (one) => one)]) {
        expect(cut).toHaveLength(parts);
        expect(cut.flat()).toEqual(all);
        expect(cut.every((part) => part.length > 0)).toBe(true);
      }
    }),
  );
});

test("no other way to share has a lighter heaviest part", () => {
  fc.assert(
    fc.property(weights, fc.nat({ max: 8 }), (all, more) => {
      const parts = 1 + (more % all.length);
      const heaviest = Math.max(...inShares(all, parts, (one) => one).map(sum));
      expect(heaviest).toBe(lightest(all, parts));
    }),
  );
});

test("of nothing there are no shares", () => {
  expect(inShares([], 1, () => 1)).toEqual([]);
});
