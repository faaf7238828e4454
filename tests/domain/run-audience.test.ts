import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runKey } from "#domain/run.ts";
import { expectRuns, type Running } from "#domain/run-audience.ts";

const people = 100;
const camp = { crowd: { people, places: 130, basis: "usual" as const }, slots: 5, rooms: 2 };
const plain = { hands: 20, before: 0, expected: null, standing: [0], waiting: [] };
/** Ten sessions that are wanted alike, the first with more to say. */
const among = (first: Partial<Running>, came: Record<string, number> = {}) =>
  expectRuns(
    Array.from({ length: 10 }, (_, n) => ({ ...plain, id: `s${n}`, ...(n === 0 && first) })),
    camp,
    new Map(Object.entries(came)),
  );
const middles = (first: Partial<Running>, came: Record<string, number> = {}) => {
  const { runs } = among(first, came);
  return [...(first.standing ?? [0]), ...(first.waiting ?? [])].map(
    (copy) => runs.get(runKey("s0", copy))!.middle,
  );
};
const once = middles({})[0]!;

describe("a session that runs several times", () => {
  test("is expected in equal shares at each while nobody says to which they go", () => {
    expect(once).toBe(47);
    expect(middles({ standing: [0, 1] })).toEqual([24, 23]);
    expect(middles({ standing: [0, 2, 3] })).toEqual([16, 16, 15]);
  });

  test("is expected more where people say they go, and all others alike at each", () => {
    const choices = { chosen: { 1: 10 }, undecided: 10 };
    expect(middles({ standing: [0, 1], choices })).toEqual([16, 31]);
    // Nobody says anything: ten who might steady what one says.
    expect(middles({ standing: [0, 1], choices: { chosen: { 0: 1 }, undecided: 0 } })).toEqual([26, 21]);
    expect(middles({ standing: [0, 1], choices: { chosen: { 7: 9 }, undecided: 3 } })).toEqual([24, 23]);
  });

  test("is expected in full where one run stands, and of one that waits as once it stands", () => {
    expect(middles({ standing: [0], waiting: [1] })).toEqual([47, 23]);
    expect(middles({ standing: [1], waiting: [0] })).toEqual([47, 24]);
    expect(middles({ standing: [], waiting: [0, 1] })).toEqual([47, 47]);
  });

  test("shares an organiser’s own number as well, which no count of another run changes", () => {
    expect(middles({ standing: [0, 1], expected: 60 })).toEqual([30, 30]);
    expect(middles({ standing: [0, 1], expected: 60 }, { s0: 50 })).toEqual([50, 30]);
  });
});

describe("rooms that were counted", () => {
  test("say of their run what came, and half of it of the other", () => {
    const { runs, sessions } = among({ standing: [0, 1] }, { s0: 36 });
    expect(runs.get("s0")).toEqual({ low: 36, middle: 36, high: 36, basis: "counted", late: false });
    expect(runs.get("s0-1")).toMatchObject({ middle: 30, basis: "hands", follows: true });
    expect(sessions.get("s0")).toMatchObject({ middle: 66, basis: "hands" });
  });

  test("move what is expected of all others a little, and of those an organiser speaks for not at all", () => {
    const { runs, turnout } = among({ expected: 10 }, { s1: 24, s2: 23 });
    expect(turnout).toEqual({ rooms: 2, counted: 47, expected: 94 });
    // Two rooms half as full as expected, and six as expected: seven eighths.
    expect(runs.get("s3")!.middle).toBe(41);
    expect(runs.get("s0")!.middle).toBe(10);
  });

  test("also of sessions for which an organiser said another number, against what hands said of them", () => {
    expect(among({ expected: 5 }, { s0: 47 }).turnout).toEqual({ rooms: 1, counted: 47, expected: 47 });
  });
});

const copies = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }).map((all) => all.sort());
const session = fc.record({
  hands: fc.nat(80),
  before: fc.nat(80),
  expected: fc.option(fc.nat(200)),
  standing: copies,
  chosen: fc.dictionary(fc.constantFrom("0", "1", "2", "5"), fc.nat(40)),
  undecided: fc.nat(60),
});

test("all runs together are what was expected of the session, each within its range and never below none", () => {
  fc.assert(
    fc.property(fc.array(session, { minLength: 1, maxLength: 6 }), (drawn) => {
      const sessions = drawn.map(({ chosen, undecided, ...it }, n) => {
        return { ...it, id: `s${n}`, waiting: [], choices: { chosen, undecided } };
      });
      const apart = expectRuns(sessions, camp, new Map());
      const once = expectRuns(
        sessions.map((it) => ({ ...it, standing: [0] })),
        camp,
        new Map(),
      );
      for (const { id, standing } of sessions) {
        const runs = standing.map((copy) => apart.runs.get(runKey(id, copy))!);
        const whole = once.runs.get(id)!;
        for (const of of ["low", "middle", "high"] as const) {
          expect(runs.reduce((sum, run) => sum + run[of], 0)).toBe(whole[of]);
          expect(apart.sessions.get(id)![of]).toBe(whole[of]);
        }
        for (const { low, middle, high } of runs)
          expect([0, low, middle, high]).toEqual([0, low, middle, high].sort((a, b) => a - b));
      }
    }),
  );
});

test("whatever was counted, nothing is expected beyond the people there are, and counts stand", () => {
  const counts = fc.dictionary(fc.constantFrom("s0", "s0-1", "s1", "s2-2"), fc.nat(400));
  fc.assert(
    fc.property(fc.array(session, { minLength: 1, maxLength: 4 }), counts, (drawn, came) => {
      const sessions = drawn.map((it, n) => ({ ...it, id: `s${n}`, waiting: [] }));
      const { runs } = expectRuns(sessions, camp, new Map(Object.entries(came)));
      for (const [key, { low, middle, high, basis }] of runs) {
        if (key in came) expect([basis, middle]).toEqual(["counted", came[key]]);
        else if (basis !== "organiser") expect(high).toBeLessThanOrEqual(people);
        expect(low).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(high);
      }
    }),
  );
});
