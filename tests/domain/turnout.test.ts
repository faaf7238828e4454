import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Run } from "#domain/run.ts";
import { cameTo, followed, levelOf } from "#domain/turnout.ts";

describe("the level of a camp", () => {
  test("is as expected while no room was counted, and comes near to what rooms say the more there are", () => {
    expect(levelOf({ rooms: 0, counted: 0, expected: 0 })).toBe(1);
    // Half of what was expected: six rooms as expected stand against those that were counted.
    expect(levelOf({ rooms: 1, counted: 10, expected: 20 })).toBeCloseTo(6.5 / 7);
    expect(levelOf({ rooms: 6, counted: 60, expected: 120 })).toBe(0.75);
    expect(levelOf({ rooms: 24, counted: 240, expected: 480 })).toBe(0.6);
  });

  test("is never more than twice or less than half, and more people never make it less", () => {
    const room = { rooms: fc.nat(60), counted: fc.nat(3_000), expected: fc.nat(3_000) };
    fc.assert(
      fc.property(fc.record(room), fc.nat(500), (turnout, more) => {
        const level = levelOf(turnout);
        expect(level).toBeGreaterThanOrEqual(0.5);
        expect(level).toBeLessThanOrEqual(2);
        expect(levelOf({ ...turnout, counted: turnout.counted + more })).toBeGreaterThanOrEqual(level);
      }),
    );
  });
});

test("another run goes half of the way that a counted one was off, to twice at most", () => {
  expect([followed(20, 20), followed(30, 20), followed(10, 20), followed(0, 20)]).toEqual([
    1, 1.25, 0.75, 0.5,
  ]);
  expect([followed(900, 20), followed(5, 0)]).toEqual([2, 1]);
});

test("a count from before a run began says nothing, nor does one of a run that is on no grid", () => {
  const run = { key: "a", startsAt: "2026-07-14T10:00:00.000Z" } as Run;
  const count = (key: string, at: string) => ({ key, pitchId: key, heads: 9, at, by: "crew" as const });
  expect(cameTo([count("a", "2026-07-14T09:59:59.000Z")], [run])).toEqual(new Map());
  expect(cameTo([count("b", run.startsAt)], [run])).toEqual(new Map());
  expect(cameTo([count("a", run.startsAt)], [run])).toEqual(new Map([["a", 9]]));
});
