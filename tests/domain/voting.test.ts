import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cast, MAY_RAISE, seesTally } from "#domain/voting.ts";

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

test("hands are of people with a place", () => {
  expect(MAY_RAISE).toBe("confirmed");
});
