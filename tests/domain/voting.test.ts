import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PHASES, permits, TALLY_RULES } from "#domain/event.ts";
import { asOne, cast, countsKept, handsLeft, handsOpen, mayCast, seesTally } from "#domain/voting.ts";

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

describe("where everybody has so many hands", () => {
  const dots = fc.integer({ min: 1, max: 20 });

  test("any taps end with no more up than that, unless more were, and down is always possible", () => {
    const pitch = fc.constantFrom(..."abcdefgh");
    const taps = fc.array(fc.record({ pitch, up: fc.boolean() }), { maxLength: 60 });
    fc.assert(
      fc.property(dots, fc.uniqueArray(pitch), taps, (each, before, all) => {
        let ballot: readonly string[] = before;
        for (const { pitch: about, up } of all) {
          const may = mayCast(ballot, about, up, each);
          if (!up || ballot.includes(about)) expect(may).toBe(true);
          else expect(may).toBe(ballot.length < each);
          if (may) ballot = cast(ballot, about, up);
          expect(ballot.length).toBeLessThanOrEqual(Math.max(each, before.length));
          expect(handsLeft(ballot.length, each)).toBe(Math.max(0, each - ballot.length));
        }
      }),
    );
  });

  test("as many as they like means any number", () => {
    expect(handsLeft(1000, null)).toBeNull();
    expect(mayCast(["a"], "b", true, null)).toBe(true);
  });
});

describe("a camper sees the counts", () => {
  test.each([
    ["shown", [], true],
    ["shown", ["a"], true],
    ["after_first", [], false],
    ["after_first", ["a"], true],
    ["after_closed", [], false],
    ["after_closed", ["a"], false],
    ["hidden", [], false],
    ["hidden", ["a"], false],
  ] as const)("%s with %j: %s", (tally, ballot, sees) => {
    expect(seesTally({ tally, phase: "pitching" }, ballot)).toBe(sees);
  });

  test.each(TALLY_RULES)("%s once hands are closed, by the crew or with the phase", (tally) => {
    const closed = [
      { tally, phase: "pitching" as const, handsClosed: true },
      { tally, phase: "sessions" as const },
    ];
    for (const event of closed) {
      expect(countsKept(event)).toBe(false);
      expect(seesTally(event, ["a"])).toBe(tally !== "hidden");
    }
  });
});

test.each(PHASES)("in the phase %s hands are open where it has any, until they are closed", (phase) => {
  expect(handsOpen({ phase })).toBe(permits(phase, "raiseHand"));
  expect(handsOpen({ phase, handsClosed: true })).toBe(false);
  for (const tally of TALLY_RULES)
    expect(countsKept({ tally, phase })).toBe(tally === "after_closed" && permits(phase, "raiseHand"));
});

test("a ballot has one hand for what was merged, where the first of them was", () => {
  const root = (pitch: string) => (pitch === "part" ? "whole" : pitch);
  expect(asOne(["part", "other", "whole"], root)).toEqual(["whole", "other"]);
});
