import fc from "fast-check";
import { expect, test } from "vitest";
import { ownFirst, paceOf, turnOf } from "#domain/pitch/turn.ts";
import { BLANK_PITCH, type PitchView } from "#domain/pitch.ts";

const START = Date.parse("2026-07-14T10:00:00.000Z");
const iso = (ms: number) => new Date(START + ms).toISOString();

/** A line: some were said, so many milliseconds after one another, and the others wait. */
function lineOf(gaps: readonly number[], waiting: number): PitchView[] {
  let at = 0;
  const said = gaps.map((gap) => {
    at += gap;
    return iso(at);
  });
  return [...said, ...Array.from({ length: waiting }, () => null)].map((saidAt, n) => ({
    ...{ ...BLANK_PITCH, id: `p${n}`, title: `Pitch ${n}`, hosts: [] },
    ...{ at: iso(n), saidAt },
  }));
}

const gaps = fc.array(fc.integer({ min: 0, max: 4 * 3_600_000 }), { maxLength: 30 });

test("before anybody has spoken a pitch takes the half minute that each is promised", () => {
  expect(paceOf(lineOf([], 5))).toBe(30_000);
  expect(paceOf(lineOf([0], 5))).toBe(30_000);
});

test("then it takes as long as the last ones usually did, and a break between two tells nothing", () => {
  const slow = Array.from({ length: 6 }, () => 50_000);
  expect(paceOf(lineOf(slow, 5))).toBe(50_000);
  expect(paceOf(lineOf([...slow, 3_600_000], 5))).toBe(50_000);
  const faster = Array.from({ length: 9 }, () => 40_000);
  expect(paceOf(lineOf([...slow, ...faster], 5))).toBe(40_000);
});

test("a pace is never less than what is promised, nor more than three minutes", () => {
  fc.assert(
    fc.property(gaps, (some) => {
      const pace = paceOf(lineOf(some, 3));
      expect(pace).toBeGreaterThanOrEqual(30_000);
      expect(pace).toBeLessThanOrEqual(180_000);
    }),
  );
});

test("whoever comes later waits no less, and each has a place of their own", () => {
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 60 }), (some, waiting) => {
      const line = lineOf(some, waiting);
      const turns = line.slice(some.length).map(({ id }) => turnOf(line, id, true)!);
      expect(turns.map(({ before }) => before)).toEqual(Array.from({ length: waiting }, (_, n) => n));
      const minutes = turns.map((turn) => turn.minutes);
      expect(minutes).toEqual([...minutes].sort((a, b) => Number(a) - Number(b)));
    }),
  );
});

test("says in how many minutes, with whoever is at the front still to finish", () => {
  const pristine = lineOf([], 5);
  expect(turnOf(pristine, "p0", true)).toEqual({ before: 0, minutes: 0 });
  expect(turnOf(pristine, "p4", true)).toEqual({ before: 4, minutes: 2 });
  const begun = lineOf([0], 5);
  expect(turnOf(begun, "p1", true)).toEqual({ before: 0, minutes: 1 });
  expect(turnOf(begun, "p4", true)).toEqual({ before: 3, minutes: 2 });
});

test("as long as nobody is called, nobody can say in how many minutes", () => {
  expect(turnOf(lineOf([], 5), "p4", false)).toEqual({ before: 4, minutes: null });
});

test("what was said, or is not here, has no turn", () => {
  const line = lineOf([0, 30_000], 1);
  expect(turnOf(line, "p0", true)).toBeNull();
  expect(turnOf(line, "p1", true)).toBeNull();
  expect(turnOf(line, "nothing", true)).toBeNull();
});

test("one's own lead the line, and nobody else changes places", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.func(fc.boolean()), (waiting, own) => {
      const line = lineOf([], waiting);
      const mine = line.filter(({ id }) => own(id)).map(({ id }) => id);
      const led = ownFirst(line, mine).map(({ id }) => id);
      expect(led.slice(0, mine.length)).toEqual(mine);
      expect(led.slice(mine.length)).toEqual(line.map(({ id }) => id).filter((id) => !mine.includes(id)));
    }),
  );
});
