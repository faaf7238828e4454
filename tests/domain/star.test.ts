import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runKey } from "#domain/run.ts";
import {
  byPerson,
  mineOf,
  readRunKey,
  type Said,
  type Stars,
  starredOf,
  starsPerSession,
} from "#domain/star.ts";

const [SWAPS, DRONES] = ["01a2140c-08fe-7ccc-9585-bd7a1bdcaab6", "01a2140c-08fe-7ccc-9585-bd7a1bdcaab7"];
const run = (pitchId: string, copy = 0) => ({ key: runKey(pitchId, copy), pitchId, copy });
const TWICE = [run(SWAPS), run(SWAPS, 1), run(DRONES)];

describe("stars", () => {
  it("begin as hands, of what runs twice on the first time", () => {
    expect(starredOf(TWICE, [SWAPS], {})).toEqual(new Set([SWAPS]));
  });

  it("are what somebody said last, whatever their hands say", () => {
    expect(starredOf(TWICE, [SWAPS, DRONES], { [SWAPS]: false })).toEqual(new Set([DRONES]));
    expect(starredOf(TWICE, [], { [DRONES]: true })).toEqual(new Set([DRONES]));
  });

  it("go from the first time to another that somebody chose, and stay on both for who chose both", () => {
    const again = runKey(SWAPS, 1);
    expect(starredOf(TWICE, [SWAPS], { [again]: true })).toEqual(new Set([again]));
    expect(starredOf(TWICE, [SWAPS], { [again]: false })).toEqual(new Set([SWAPS]));
    expect(starredOf(TWICE, [SWAPS], { [again]: true, [SWAPS]: true })).toEqual(new Set([SWAPS, again]));
  });

  it("go on to the first time that is left, once the one before is off the grid", () => {
    const left = [run(SWAPS, 1), run(SWAPS, 2), run(DRONES)];
    expect(starredOf(left, [SWAPS], {})).toEqual(new Set([runKey(SWAPS, 1)]));
    expect(starredOf(left, [SWAPS], { [SWAPS]: false })).toEqual(new Set());
    expect(starsPerSession(left, [{ who: "ama", pitchId: SWAPS }], []).get(SWAPS)).toMatchObject({
      people: 1,
    });
  });

  it("of what is on no grid are none", () => {
    expect(starredOf([run(DRONES)], [SWAPS], { [SWAPS]: true })).toEqual(new Set());
  });

  it("with what somebody hosts, each time it runs, are theirs", () => {
    expect(mineOf(TWICE, { hosting: [SWAPS], hands: [DRONES] })).toEqual(
      new Set([SWAPS, runKey(SWAPS, 1), DRONES]),
    );
  });

  it("count everybody once for a session, of a run only whoever chose it, and nobody who took it off", () => {
    const said = (who: string, pitchId: string, copy: number, starred: boolean): Said => {
      return { who, pitchId, copy, starred };
    };
    const raised = ["ama", "bo", "cleo"].map((who) => ({ who, pitchId: SWAPS }));
    const all = [said("ama", SWAPS, 1, true), said("ama", SWAPS, 0, true), said("bo", SWAPS, 0, false)];
    expect(starsPerSession(TWICE, raised, [...all, said("dev", DRONES, 0, true)])).toEqual(
      new Map([
        [SWAPS, { people: 2, undecided: 1, chosen: { 0: 1, 1: 1 } }],
        [DRONES, { people: 1, undecided: 0, chosen: { 0: 1 } }],
      ]),
    );
  });

  it("count as many as they are one by one", () => {
    const people = ["ama", "bo", "cleo"];
    const raisedOf = fc.array(
      fc.record({ who: fc.constantFrom(...people), pitchId: fc.constantFrom(SWAPS, DRONES) }),
    );
    const saidOf = fc.array(
      fc.record({
        who: fc.constantFrom(...people),
        pitchId: fc.constantFrom(SWAPS, DRONES),
        copy: fc.nat(1),
        starred: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(raisedOf, saidOf, (raised, said) => {
        const each = [...byPerson(raised, said).values()].map((one) =>
          starredOf(TWICE, one.hands, one.stars),
        );
        for (const [pitchId, { people: sum, undecided, chosen }] of starsPerSession(TWICE, raised, said)) {
          const keys = TWICE.filter((it) => it.pitchId === pitchId).map(({ key }) => key);
          expect(sum).toBe(each.filter((starred) => keys.some((key) => starred.has(key))).length);
          const said = Object.values(chosen);
          expect(sum - undecided).toBeLessThanOrEqual(said.reduce((all, n) => all + n, 0));
          expect(sum - undecided).toBeGreaterThanOrEqual(Math.max(0, ...said));
        }
      }),
    );
  });
});

describe("the key of a run", () => {
  it("is read back as it was written, in one spelling", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(9), (pitchId, copy) => {
        expect(readRunKey(runKey(pitchId, copy).toUpperCase())).toEqual({ pitchId, copy });
      }),
    );
  });

  it.each(["", "swaps", `${SWAPS}-`, `${SWAPS}-0`, `${SWAPS}-10`, `${SWAPS}-a`, `x${SWAPS}`, `${SWAPS} `])(
    "is not %o",
    (key) => {
      expect(readRunKey(key)).toBe(null);
    },
  );

  it("names nothing that somebody said of another run", () => {
    const stars: Stars = { [runKey(SWAPS, 2)]: true };
    expect(starredOf(TWICE, [SWAPS], stars)).toEqual(new Set([SWAPS]));
  });
});
