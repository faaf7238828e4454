import fc from "fast-check";
import { expect, test } from "vitest";
import type { LineView } from "#domain/pitch/line.ts";
import { ownFirst, paceOf, waitOf } from "#domain/pitch/wait.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";
import { noLine } from "#tests/support/snapshot.ts";

const START = Date.parse("2026-07-14T10:00:00.000Z");

/** When each of those who were said was called, so many milliseconds after one another. */
function calledAt(gaps: readonly number[]): number[] {
  let at = START;
  return gaps.map((gap) => (at += gap));
}

/** A line in which some were said so, the last of them is at the front, and so many wait. */
function lineOf(gaps: readonly number[], waiting: number): LineView {
  const called = calledAt(gaps);
  const last = called.at(-1);
  return {
    ...noLine,
    front: last === undefined ? null : { id: "front", since: new Date(last).toISOString() },
    waiting: Array.from({ length: waiting }, (_, n) => `p${n}`),
    pace: paceOf(called),
  };
}

const gaps = fc.array(fc.integer({ min: 0, max: 4 * 3_600_000 }), { maxLength: 30 });

test("before anybody has spoken a pitch takes the half minute that each is promised", () => {
  expect(paceOf(calledAt([]))).toBe(30_000);
  expect(paceOf(calledAt([0]))).toBe(30_000);
});

test("then it takes as long as the last ones usually did, and a break between two tells nothing", () => {
  const slow = Array.from({ length: 6 }, () => 50_000);
  expect(paceOf(calledAt(slow))).toBe(50_000);
  expect(paceOf(calledAt([...slow, 3_600_000]))).toBe(50_000);
  const faster = Array.from({ length: 9 }, () => 40_000);
  expect(paceOf(calledAt([...slow, ...faster]))).toBe(40_000);
});

test("a pace is never less than what is promised, nor more than three minutes", () => {
  fc.assert(
    fc.property(gaps, (some) => {
      const pace = paceOf(calledAt(some));
      expect(pace).toBeGreaterThanOrEqual(30_000);
      expect(pace).toBeLessThanOrEqual(180_000);
    }),
  );
});

test("whoever comes later waits no less, and each has a place of their own", () => {
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 60 }), (some, waiting) => {
      const line = lineOf(some, waiting);
      const turns = line.waiting.map((id) => waitOf(line, id, true)!);
      expect(turns.map(({ before }) => before)).toEqual(Array.from({ length: waiting }, (_, n) => n));
      const minutes = turns.map((turn) => turn.minutes);
      expect(minutes).toEqual([...minutes].sort((a, b) => Number(a) - Number(b)));
    }),
  );
});

test("says in how many minutes, with whoever is at the front still to finish", () => {
  const pristine = lineOf([], 5);
  expect(waitOf(pristine, "p0", true)).toEqual({ before: 0, minutes: 0 });
  expect(waitOf(pristine, "p4", true)).toEqual({ before: 4, minutes: 2 });
  const begun = lineOf([0], 5);
  expect(waitOf(begun, "p0", true)).toEqual({ before: 0, minutes: 1 });
  expect(waitOf(begun, "p3", true)).toEqual({ before: 3, minutes: 2 });
});

test("as long as nobody is called, nobody can say in how many minutes", () => {
  expect(waitOf(lineOf([], 5), "p4", false)).toEqual({ before: 4, minutes: null });
});

test("what was said, or is not here, has no turn", () => {
  const line = lineOf([0, 30_000], 1);
  expect(waitOf(line, "front", true)).toBeNull();
  expect(waitOf(line, "nothing", true)).toBeNull();
});

test("one's own lead the line, and nobody else changes places", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.func(fc.boolean()), (waiting, own) => {
      const line: PitchView[] = lineOf([], waiting).waiting.map((id) => ({
        ...{ ...BLANK_PITCH, id, title: id, hosts: [], at: new Date(START).toISOString() },
      }));
      const mine = line.filter(({ id }) => own(id)).map(({ id }) => id);
      const led = ownFirst(line, mine).map(({ id }) => id);
      expect(led.slice(0, mine.length)).toEqual(mine);
      expect(led.slice(mine.length)).toEqual(line.map(({ id }) => id).filter((id) => !mine.includes(id)));
    }),
  );
});
