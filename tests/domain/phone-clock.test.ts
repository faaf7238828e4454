import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { castTime, clockError, goesAgain } from "#domain/phone-clock.ts";

test("a phone's next tap is after every one it knows of, and by its clock where that is later", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (clock, last) => {
      const next = castTime(clock, last);
      expect([next > last, next >= clock]).toEqual([true, true]);
    }),
  );
});

test("only a tap that lost against one from the future, or by a wrong clock, goes again", () => {
  expect(goesAgain(5, 20, 10, 5)).toBe(true);
  expect(goesAgain(5, 8, 10, 5)).toBe(false);
  expect(goesAgain(20, 20, 10, 20)).toBe(false);
  expect(goesAgain(5, 8, 10, 9)).toBe(true);
  expect(goesAgain(5, 8, 10, 8)).toBe(false);
});

describe("what an answer teaches of a clock", () => {
  const latency = fc.nat(60_000);
  const wrong = fc.integer({ min: -31_536_000_000, max: 31_536_000_000 });

  test("is never further from the truth than it was slow, and nothing where the clock was known", () => {
    fc.assert(
      fc.property(wrong, wrong, latency, latency, (error, known, out, back) => {
        const asked = 1_784_000_000_000;
        const answer = [asked, asked + out + back, asked + out - error] as const;
        expect(clockError(error, ...answer)).toBe(error);
        const learnt = clockError(known, ...answer);
        expect(Number.isInteger(learnt)).toBe(true);
        expect(Math.abs(learnt - error)).toBeLessThanOrEqual(out + back + 2_000);
      }),
    );
  });
});
