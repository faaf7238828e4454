import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cast, castTime, clockError, goesAgain, MAY_RAISE, seesTally } from "#domain/voting.ts";

const taps = fc.array(fc.record({ pitch: fc.constantFrom("a", "b", "c"), up: fc.boolean() }));

describe("a ballot", () => {
  test("holds exactly the pitches whose last tap was up, each once", () => {
    fc.assert(
      fc.property(taps, (all) => {
        const ballot = all.reduce((known, { pitch, up }) => cast(known, pitch, up), [] as readonly string[]);
        const last = new Map(all.map(({ pitch, up }) => [pitch, up]));
        const up = [...last].filter(([, up]) => up).map(([pitch]) => pitch);
        expect([...ballot].sort()).toEqual(up.sort());
      }),
    );
  });

  test("is the very same after a tap that changes nothing", () => {
    const ballot = ["a"];
    expect(cast(ballot, "a", true)).toBe(ballot);
    expect(cast(ballot, "b", false)).toBe(ballot);
  });
});

describe("a camper sees the counts", () => {
  test.each([
    ["shown", [], true],
    ["shown", ["a"], true],
    ["after_first", [], false],
    ["after_first", ["a"], true],
    ["hidden", [], false],
    ["hidden", ["a"], false],
  ] as const)("%s with %j: %s", (rule, ballot, sees) => {
    expect(seesTally(rule, ballot)).toBe(sees);
  });
});

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

test("hands are of people with a place", () => {
  expect(MAY_RAISE).toBe("confirmed");
});
