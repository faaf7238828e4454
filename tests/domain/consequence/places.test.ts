import fc from "fast-check";
import { expect, it } from "vitest";
import {
  beyondPools,
  fromRelease,
  keptOverPlaces,
  moreThanFree,
  overByHand,
  overByList,
  overCapacity,
} from "#domain/consequence/places.ts";
import { agreementTo, type Consequence } from "#domain/consequence.ts";
import { roomIn } from "#domain/pool.ts";
import { beyondFree, type Counts } from "#domain/registration/places.ts";

const holding = (confirmed: number): Counts => {
  const none = { held: 0, offered: 0, waiting: 0, ready: 0, paused: 0, inTurn: 0 };
  return { ...none, confirmed, lapsed: 0, entered: 0, keptBack: 0, groups: null };
};

const camp = (capacity: number, insideLimit: number | null = null, overbookTo: number | null = null) => {
  return { capacity, insideLimit, overbookTo };
};

it("more offers by hand than free places are asked about, with how many then hold one", () => {
  expect([moreThanFree(3, 3, camp(130), holding(127)), moreThanFree(3, 2, camp(130), holding(128))]).toEqual([
    [],
    [{ kind: "more_than_free", offers: 3, free: 2, holding: 131, capacity: 130 }],
  ]);
});

it("asks about every number of places below those given, and about no other", () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.nat(300),
      fc.nat(300),
      fc.integer({ min: 1, max: 1000 }),
      (confirmed, held, offered, capacity) => {
        const holding = confirmed + held + offered;
        const line = { waiting: 50, ready: 20, paused: 0, inTurn: 30, lapsed: 5, entered: 0, keptBack: 0 };
        expect(overCapacity(capacity, { confirmed, held, offered, ...line })).toEqual(
          holding > capacity ? [{ kind: "over_capacity", holding, capacity }] : [],
        );
      },
    ),
  );
});

it("a place by hand is asked about where there is none for it, and not where its owner holds one already", () => {
  expect([overByHand(camp(4), holding(3), "waiting"), overByHand(camp(1), holding(3), "offered")]).toEqual([
    [],
    [],
  ]);
  expect(overByHand(camp(3), holding(3), "waiting")).toEqual([
    { kind: "over_by_hand", holding: 4, capacity: 3 },
  ]);
});

it("places by hand beyond the most that may be given out are asked about in every way, with what then holds one", () => {
  const number = fc.integer({ min: 0, max: 200 });
  const limit = fc.option(fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(number, number, limit, limit, number, (capacity, taken, insideLimit, overbookTo, people) => {
      const places = camp(capacity, insideLimit, overbookTo);
      const most = insideLimit === null ? Number.POSITIVE_INFINITY : Math.max(insideLimit, overbookTo ?? 0);
      const past = (asks: readonly Consequence[]) => asks.filter(({ kind }) => kind === "over_most");
      const said = (more: number) =>
        more > 0 && taken + more > most
          ? [{ kind: "over_most", holding: taken + more, most, inside: insideLimit }]
          : [];
      expect(past(overByHand(places, holding(taken), "waiting"))).toEqual(said(1));
      expect(past(overByHand(places, holding(taken), "confirmed"))).toEqual([]);
      expect(past(overByList(places, holding(taken), people))).toEqual(said(people));
      expect(past(moreThanFree(people, people, places, holding(taken)))).toEqual(said(people));
    }),
  );
});

it("a yes to one place beyond the most is none to two, nor to one beyond another number", () => {
  const asked = (taken: number, most: number) =>
    agreementTo(overByHand(camp(9, most), holding(taken), "left"));
  const three = [asked(3, 3), asked(4, 3), asked(4, 4)].map((it) => it.join());
  expect(new Set(three).size).toBe(3);
  expect(asked(2, 3)).toEqual([]);
});

it("fewer places than are kept are asked about, of sectors and first-timers together, and no others", () => {
  const floor = fc.integer({ min: 0, max: 90 });
  fc.assert(
    fc.property(
      fc.array(floor, { maxLength: 5 }),
      floor,
      fc.integer({ min: 0, max: 500 }),
      (floors, first, places) => {
        const sectors = new Map(floors.map((it, index) => [`${index}`, { floor: it, ceiling: null }]));
        const pools = {
          sectors,
          firstTimers: { floor: first, ceiling: null },
          organisationLimit: null,
          mergesAt: null,
        };
        const kept = floors.reduce((sum, it) => sum + it, first);
        const asked = [{ kind: "kept_over_places", kept, places }];
        expect(keptOverPlaces(pools, places)).toEqual(kept > places ? asked : []);
        expect(keptOverPlaces(null, places)).toEqual([]);
      },
    ),
  );
});

it("offers by hand say how many are beyond a limit or take what is kept, counted on, and nothing is kept beyond the free", () => {
  const kind = (sectorId: string) => ({ sectorId, firstTime: false, organisation: "" });
  const room = (ceiling: number | null) =>
    roomIn(
      {
        sectors: new Map([
          ["a", { floor: 0, ceiling }],
          ["b", { floor: 2, ceiling: null }],
        ]),
        ...{ firstTimers: { floor: 0, ceiling: null }, organisationLimit: null, mergesAt: null },
      },
      { open: 4, planned: 4 },
      [],
    );
  const three = [kind("a"), kind("a"), kind("a")];
  const said = (why: string, people: number) => [{ kind: "beyond_pools", why, people }];
  expect(beyondPools(three, 4, room(1))).toEqual(said("sector_full", 2));
  expect(beyondPools(three, 4, room(null))).toEqual(said("all_kept", 1));
  expect(beyondPools(three, 2, room(null))).toEqual([]);
  expect(beyondPools([kind("b"), kind("a"), kind("a")], 4, room(null))).toEqual([]);
  expect(beyondPools(three, 4, roomIn(null, { open: 0, planned: 0 }, []))).toEqual([]);
  const agreed = [said("all_kept", 1), said("all_kept", 2), said("sector_full", 1)] as Consequence[][];
  expect(new Set(agreed.map((it) => agreementTo(it).join())).size).toBe(3);
});

it("places by hand that are not kept back any more are said to come out of a release, each of them and no more", () => {
  const number = fc.nat(60);
  fc.assert(
    fc.property(number, number, number, number, number, (open, later, kept, given, people) => {
      const places = { capacity: open + later + kept, open, planned: open + later };
      const before = beyondFree(places, { ...holding(given), keptBack: given });
      const after = beyondFree(places, { ...holding(given + people), keptBack: given + people });
      const taken = before.later - after.later;
      expect(fromRelease(people, before)).toEqual(taken > 0 ? [{ kind: "from_release", people: taken }] : []);
    }),
  );
});
