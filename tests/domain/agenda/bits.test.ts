import fc from "fast-check";
import { expect, test } from "vitest";
import { popcount, setBit, wordsFor } from "#domain/agenda/bits.ts";

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
  const ones = (row: number) =>
    Array.from({ length: wordsFor(70) * 32 }, (_, index) => index).filter(
      (index) => (bits[row * wordsFor(70) + (index >>> 5)]! >>> (index & 31)) & 1,
    );
  expect([ones(0), ones(1)]).toEqual([[], [0, 31, 32, 69]]);
});
