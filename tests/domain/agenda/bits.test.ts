import fc from "fast-check";
import { expect, test } from "vitest";
import { countBits, hasBit, popcount, setBit, wordsFor } from "#domain/agenda/bits.ts";

test("popcount counts the ones of any word", () => {
  fc.assert(
    fc.property(fc.integer(), (word) => {
      const ones = [...(word >>> 0).toString(2)].filter((digit) => digit === "1").length;
      expect(popcount(word)).toBe(ones);
    }),
  );
});

test("a set holds what was put in, in any word of any row", () => {
  const bits = new Int32Array(2 * wordsFor(70));
  for (const index of [0, 31, 32, 69]) setBit(bits, wordsFor(70), index);
  expect(countBits(bits, 0, wordsFor(70))).toBe(0);
  expect(countBits(bits, wordsFor(70), wordsFor(70))).toBe(4);
  expect([31, 33, 69].map((index) => hasBit(bits, wordsFor(70), index))).toEqual([true, false, true]);
});
