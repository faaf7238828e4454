import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beyondCeiling,
  decidedAmong,
  type Group,
  isClosed,
  type Kind,
  keptPlaces,
  kindOf,
  limits,
  NO_POOL,
  nextMergeAt,
  organisationOf,
  type Pools,
  poolsAt,
  roomIn,
} from "#domain/pool.ts";
import { mayComeIn } from "#tests/support/matching.ts";

const NONE: Pools = { sectors: new Map(), firstTimers: NO_POOL, organisationLimit: null, mergesAt: null };
const keeping = (sectors: Record<string, number>, forFirst = 0): Pools => ({
  ...NONE,
  sectors: new Map(Object.entries(sectors).map(([id, floor]) => [id, { floor, ceiling: null }])),
  firstTimers: { floor: forFirst, ceiling: null },
});
const all = (places: number) => ({ open: places, planned: places });
const who = (sectorId: string, firstTime = false, organisation = ""): Kind => ({
  ...{ sectorId, firstTime, organisation },
});
const holding = (kind: Kind, people: number): Group => ({
  ...{ ...kind, holding: people, waiting: 0, ready: 0, inTurn: 0 },
});

describe("places that are kept for a sector", () => {
  const pools = keeping({ local: 3 });
  it("are for its people, and the others have what is left", () => {
    const room = roomIn(pools, all(5), [holding(who("central"), 2)]);
    expect(room.verdict(who("central"))).toBe("all_kept");
    expect(room.verdict(who("local"))).toBe("kept_for_sector");
  });

  it("are taken before open ones", () => {
    const room = roomIn(pools, all(5), [holding(who("local"), 3)]);
    expect(room.verdict(who("local"))).toBe("open");
    expect(room.verdict(who("central"))).toBe("open");
  });

  it("are kept in the part that is given out so far, rounded down", () => {
    const kept = (open: number) => {
      const room = roomIn(pools, { open, planned: 9 }, []);
      let others = 0;
      for (; room.fits(who("central")); others += 1) room.take(who("central"));
      return open - others;
    };
    expect([kept(2), kept(3), kept(5), kept(6), kept(9)]).toEqual([0, 1, 1, 2, 3]);
  });

  it("are open to all once pools merge", () => {
    const merging = { ...pools, mergesAt: 1_000 };
    expect([poolsAt(merging, 999), poolsAt(merging, 1_000)]).toEqual([merging, null]);
    expect([nextMergeAt(merging, 999), nextMergeAt(merging, 1_000), nextMergeAt(pools, 0)]).toEqual([
      1_000,
      null,
      null,
    ]);
    expect(roomIn(poolsAt(merging, 1_000), all(0), []).verdict(who("central"))).toBe("open");
  });
});

describe("somebody who fits two pools is counted where it leaves most room", () => {
  it("a newcomer from a sector takes its place, and one kept for newcomers only where that is gone", () => {
    const pools = keeping({ local: 1 }, 1);
    const room = roomIn(pools, all(2), []);
    expect(room.verdict(who("local", true))).toBe("kept_for_sector");
    room.take(who("local", true));
    // Whoever was there first makes room: their place for newcomers is free.
    expect(room.verdict(who("local"))).toBe("kept_for_sector");
    expect(room.verdict(who("local", true))).toBe("kept_for_first_timers");
    expect(room.verdict(who("central", true))).toBe("kept_for_first_timers");
    room.take(who("local"));
    expect([who("local"), who("local", true), who("central", true)].map(room.verdict)).toEqual([
      "all_kept",
      "all_kept",
      "all_kept",
    ]);
  });
});

describe("a ceiling", () => {
  it("lets nobody more in, whatever is free", () => {
    const ceiling = { floor: 0, ceiling: 2 };
    const sector = roomIn({ ...NONE, sectors: new Map([["local", ceiling]]) }, all(9), [
      holding(who("local"), 1),
      holding(who("local", true), 1),
    ]);
    expect([sector.verdict(who("local")), sector.verdict(who("central"))]).toEqual(["sector_full", "open"]);
    const first = roomIn({ ...NONE, firstTimers: ceiling }, all(9), [
      holding(who("local", true), 1),
      holding(who("central", true), 1),
    ]);
    expect([first.verdict(who("x", true)), first.verdict(who("x"))]).toEqual(["first_timers_full", "open"]);
  });

  it("of an organisation counts its people however they write it, and nobody who names none", () => {
    const of = (organisation: string) => kindOf({ sectorId: "local", firstTime: false, organisation });
    const room = roomIn({ ...NONE, organisationLimit: 2 }, all(9), [
      holding(of("Leeds City Council"), 1),
      holding(of("LEEDS CITY-COUNCIL "), 1),
      holding(of(""), 5),
    ]);
    expect(room.verdict(of("leeds  city council"))).toBe("organisation_full");
    expect([room.verdict(of("Leeds")), room.verdict(of(" "))]).toEqual(["open", "open"]);
    expect([organisationOf("Conseil d’Été"), organisationOf("conseil d'ete")]).toEqual([
      "conseil dete",
      "conseil dete",
    ]);
  });
});

it("pools that keep and limit nothing are none", () => {
  expect([
    limits(NONE),
    limits(keeping({ a: 0 })),
    limits(keeping({ a: 1 })),
    limits(keeping({}, 1)),
  ]).toEqual([...[false, false, true, true]]);
  expect(limits({ ...NONE, organisationLimit: 4 })).toBe(true);
  expect(limits({ ...NONE, firstTimers: { floor: 0, ceiling: 0 } })).toBe(true);
  expect([poolsAt(null, 0), poolsAt(NONE, 0), nextMergeAt(null, 0)]).toEqual([null, null, null]);
  expect(keptPlaces(keeping({ a: 2, b: 3 }, 4))).toBe(9);
});

it("what would be taken says among whom a turn is decided", () => {
  const verdicts = ["kept_for_sector", "sector_full", "kept_for_first_timers", "first_timers_full"] as const;
  expect(
    [...verdicts, "organisation_full", "open", "all_kept"].map((it) => decidedAmong(it as "open")),
  ).toEqual([...["sector", "sector", "first_timers", "first_timers", "organisation", "all", "all"]]);
});

const SECTORS = ["local", "central", "health"];
const kinds = fc.record({
  sectorId: fc.constantFrom(...SECTORS, "other"),
  firstTime: fc.boolean(),
  organisation: fc.constantFrom("", "one", "two"),
});
const floors = fc.record({ floor: fc.nat(3), ceiling: fc.option(fc.integer({ min: 3, max: 6 })) });
const pools = fc.record({
  sectors: fc.tuple(floors, floors, floors).map((all) => new Map(SECTORS.map((id, at) => [id, all[at]!]))),
  firstTimers: floors,
  organisationLimit: fc.option(fc.integer({ min: 1, max: 5 })),
  mergesAt: fc.constant(null),
});

describe("whoever comes, in any order", () => {
  it("fits exactly when everybody finds a place that is for them, and no limit is passed", () => {
    fc.assert(
      fc.property(pools, fc.nat(6), fc.array(kinds, { maxLength: 16 }), (rules, more, comers) => {
        const capacity = keptPlaces(rules) + more;
        const room = roomIn(rules, all(capacity), []);
        const inside: Kind[] = [];
        for (const one of comers) {
          const fits = mayComeIn(one, inside, rules, more);
          expect(room.fits(one)).toBe(fits);
          if (!fits) continue;
          room.take(one);
          inside.push(one);
        }
        expect(inside.length).toBeLessThanOrEqual(capacity);
      }),
      { numRuns: 300 },
    );
  });

  it("nobody fits later who did not fit before, while nobody goes", () => {
    fc.assert(
      fc.property(
        pools,
        fc.nat(20),
        fc.array(kinds, { maxLength: 16 }),
        kinds,
        (rules, open, comers, one) => {
          const room = roomIn(rules, { open, planned: 25 }, []);
          let closed = false;
          for (const comer of comers) {
            if (closed) expect(isClosed(room.verdict(one))).toBe(true);
            closed ||= !room.fits(one);
            if (room.fits(comer)) room.take(comer);
          }
        },
      ),
    );
  });

  it("is counted alike one by one and all at once", () => {
    fc.assert(
      fc.property(pools, fc.array(kinds, { maxLength: 12 }), kinds, (rules, inside, one) => {
        const slowly = roomIn(rules, all(14), []);
        for (const kind of inside) slowly.take(kind);
        const atOnce = roomIn(
          rules,
          all(14),
          inside.map((kind) => holding(kind, 1)),
        );
        expect(atOnce.verdict(one)).toBe(slowly.verdict(one));
      }),
    );
  });
});

it("says how many are beyond the most of a pool, and nobody where there is no limit", () => {
  const people = [0, 3, 4, 6];
  expect(people.map((taken) => beyondCeiling({ ceiling: 4 }, taken))).toEqual([0, 0, 0, 2]);
  expect(people.map((taken) => beyondCeiling({ ceiling: null }, taken))).toEqual([0, 0, 0, 0]);
});
