import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PHASES } from "#domain/event.ts";
import {
  isRun,
  type LineView,
  lineToPitch,
  PITCH_SECONDS,
  placeInLine,
  roundsWaiting,
  secondsLeft,
} from "#domain/pitch/line.ts";
import { noLine, pitch } from "#tests/support/snapshot.ts";

const SINCE = "2026-07-14T09:30:00.000Z";
const line = (rest: Partial<LineView>): LineView => ({ ...noLine, ...rest });

describe("the line to pitch", () => {
  const pitches = ["a", "b", "c"].map((id) => pitch(id));

  test("says who is at the front, who is called next, and how far it got", () => {
    const front = { id: "b", since: SINCE };
    expect(lineToPitch(pitches, line({ front, waiting: ["c"] }))).toEqual({
      current: pitches[1],
      since: SINCE,
      waiting: [pitches[2]],
      said: 2,
      total: 3,
    });
  });

  test("has nobody at the front before the first call, and after the last was said", () => {
    const before = lineToPitch(pitches, line({ waiting: ["a", "b", "c"] }));
    expect(before).toMatchObject({ current: null, since: null, said: 0, total: 3 });
    expect(lineToPitch(pitches, noLine)).toMatchObject({ current: null, since: null, said: 3, total: 3 });
  });

  test("tells strangers that something is being said, and nothing else of what is not listed", () => {
    const front = { id: null, since: SINCE };
    expect(lineToPitch(pitches, line({ front }))).toMatchObject({ current: null, since: SINCE });
  });

  test("leaves out what a screen does not know", () => {
    const front = { id: "gone", since: SINCE };
    const seen = lineToPitch(pitches, line({ front, waiting: ["unheard of", "a"] }));
    expect(seen.current).toBeNull();
    expect(seen.waiting.map(({ id }) => id)).toEqual(["a"]);
  });
});

test("whoever was not there when called keeps nobody from a second round", () => {
  expect(roundsWaiting({ waiting: ["a", "b"], away: [] })).toEqual([1, 1]);
  expect(roundsWaiting({ waiting: ["a", "b"], away: ["b"] })).toEqual([1]);
  expect(roundsWaiting({ waiting: ["b"], away: ["b"] })).toEqual([]);
  expect(roundsWaiting({ waiting: ["a", "b", "c"], away: ["b"], rounds: [1, 1, 2] })).toEqual([1, 2]);
});

describe("the half minute at the front", () => {
  const at = Date.parse(SINCE);
  test.each([
    [-5_000, 30],
    [0, 30],
    [1, 30],
    [1_000, 29],
    [10_000, 20],
    [25_000, 5],
    [29_001, 1],
    [30_000, 0],
    [3_600_000, 0],
  ])("after %i ms has %i s left", (after, left) => {
    expect(secondsLeft(SINCE, at + after)).toBe(left);
  });

  test("never runs backwards, is never negative and never longer", () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 120_000 }), fc.nat(60_000), (first, more) => {
        const [before, after] = [secondsLeft(SINCE, at + first), secondsLeft(SINCE, at + first + more)];
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(PITCH_SECONDS);
      }),
    );
  });
});

describe("somebody’s own place in the line", () => {
  const front = { id: "front", since: SINCE };
  const waiting = ["one", "two", "three", "four"];
  const all = line({ front, waiting, away: ["four"] });

  test.each([
    [["front"], { id: "front", at: "front" }],
    [["one"], { id: "one", at: "next" }],
    [["two"], { id: "two", at: "behind", place: 2 }],
    [["three", "two"], { id: "two", at: "behind", place: 2 }],
    [["four"], { id: "four", at: "called" }],
    [["one", "four"], { id: "four", at: "called" }],
    [["four", "front"], { id: "front", at: "front" }],
  ])("of %j is %j", (own, place) => {
    expect(placeInLine(all, own)).toEqual(place);
  });

  test("is none where nothing of theirs waits", () => {
    expect(placeInLine(all, [])).toBeNull();
    expect(placeInLine(all, ["said before"])).toBeNull();
    expect(placeInLine(line({ front: { id: null, since: SINCE } }), ["front"])).toBeNull();
  });

  test("counts everybody who is called before, and only the first is next", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (ids, n) => {
        const index = n % ids.length;
        const place = placeInLine(line({ waiting: ids }), [ids[index]!]);
        const id = ids[index]!;
        expect(place).toEqual(index === 0 ? { id, at: "next" } : { id, at: "behind", place: index + 1 });
      }),
    );
  });
});

test("whoever waits is told of their turn while pitches are heard, or somebody is at the front all the same", () => {
  const at = line({ front: { id: "a", since: SINCE } });
  const run = PHASES.filter((phase) => isRun(phase, noLine));
  expect(run).toEqual(["pitching"]);
  expect(PHASES.filter((phase) => isRun(phase, at))).toEqual(["doors", "pitching"]);
});
