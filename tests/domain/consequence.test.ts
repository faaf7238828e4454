import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementTo,
  audienceOf,
  beyondPools,
  type Consequence,
  fewerHands,
  keptOverPlaces,
  mailsTo,
  manyOffers,
  moreThanFree,
  overByHand,
  overByList,
  overCapacity,
  pastDay,
  phaseConcerns,
  straySlots,
} from "#domain/consequence.ts";
import { PHASES, permits, wentBy } from "#domain/event.ts";
import { roomIn } from "#domain/pool.ts";
import type { Counts } from "#domain/registration/places.ts";
import { LIVE } from "#domain/registration.ts";
import { movedDay } from "#domain/time/local.ts";

const slot = (day: string, starts = "10:00") => ({
  kind: "session" as const,
  title: "",
  day,
  starts,
  ends: "23:00",
});

describe("the rows of a day", () => {
  it("belong to the camp on its first day and on the days that follow one another", () => {
    expect(straySlots("2026-07-14", [slot("2026-07-15"), slot("2026-07-14"), slot("2026-07-16")])).toEqual(
      [],
    );
  });

  it("are strays before the camp and after a gap", () => {
    expect(
      straySlots("2026-07-14", [slot("2026-07-08"), slot("2026-07-14"), slot("2026-07-17", "09:30")]),
    ).toEqual([
      { kind: "stray_slot", day: "2026-07-08", starts: "10:00" },
      { kind: "stray_slot", day: "2026-07-17", starts: "09:30" },
    ]);
  });

  it("are asked about once: a row that strayed before is known", () => {
    const early = slot("2026-07-08");
    expect(straySlots("2026-07-14", [early, slot("2026-07-30")], [early, slot("2026-07-14")])).toEqual([
      { kind: "stray_slot", day: "2026-07-30", starts: "10:00" },
    ]);
  });

  it("are all strays, at whatever distance, when they lie apart from the camp", () => {
    const far = fc.oneof(fc.integer({ min: -4_000, max: -1 }), fc.integer({ min: 2, max: 4_000 }));
    fc.assert(
      fc.property(far, (days) => {
        const day = movedDay("2026-07-14", "2026-07-14", movedBy(days));
        expect(straySlots("2026-07-14", [slot(day)])).toHaveLength(1);
      }),
    );
  });
});

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

const movedBy = (days: number) => new Date(Date.UTC(2026, 6, 14 + days)).toISOString().slice(0, 10);

it("calls a day past from the day after on", () => {
  expect(pastDay("2026-07-14", "2026-07-14")).toEqual([]);
  expect(pastDay("2026-07-13", "2026-07-14")).toEqual([{ kind: "past_day", day: "2026-07-13" }]);
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

it("makes nine offers by the way, and asks before ten", () => {
  expect([manyOffers(9), manyOffers(10)]).toEqual([[], [{ kind: "many_offers", offers: 10 }]]);
});

it("asks about fewer hands each where some have more up, whoever raises another meanwhile", () => {
  expect(fewerHands(3, { people: 0, most: 0 })).toEqual([]);
  const asked = fewerHands(3, { people: 2, most: 7 });
  expect(asked).toEqual([{ kind: "fewer_hands", dots: 3, people: 2, most: 7 }]);
  expect(agreementTo(asked)).toEqual(agreementTo(fewerHands(3, { people: 3, most: 8 })));
  expect(agreementTo(asked)).not.toEqual(agreementTo(fewerHands(2, { people: 2, most: 7 })));
});

describe("what is agreed to", () => {
  const goes: Consequence = {
    kind: "uprooted",
    what: "room",
    id: "r1",
    name: "Den",
    sessions: [
      { id: "b", title: "Job swaps", hands: 3, published: true },
      { id: "a", title: "Drones", hands: 0, published: false },
    ],
  };

  it("stays the same while people register and hands go up", () => {
    const told: Consequence = { kind: "told", places: 124, offers: 3, line: 40, unreached: 0 };
    const more = [
      { ...told, places: 125 },
      { ...goes, sessions: goes.sessions.map((it) => ({ ...it, hands: 9 })) },
    ];
    expect(agreementTo(more)).toEqual(agreementTo([told, goes]));
  });

  it("is another with another session, day or number of places", () => {
    const pairs: [Consequence, Consequence][] = [
      [goes, { ...goes, sessions: goes.sessions.slice(1) }],
      [goes, { ...goes, id: "r2" }],
      [...pastDay("2026-07-01", "2026-07-14"), ...pastDay("2026-07-02", "2026-07-14")] as [
        Consequence,
        Consequence,
      ],
      [...moreThanFree(3, 1, camp(130), holding(130)), ...moreThanFree(3, 1, camp(130), holding(129))] as [
        Consequence,
        Consequence,
      ],
      [
        { kind: "over_capacity", holding: 124, capacity: 100 },
        { kind: "over_capacity", holding: 124, capacity: 99 },
      ],
      [
        { kind: "stray_slot", day: "2026-07-08", starts: "10:00" },
        { kind: "stray_slot", day: "2026-07-08", starts: "11:00" },
      ],
    ];
    for (const [one, other] of pairs) expect(agreementTo([one])).not.toEqual(agreementTo([other]));
  });
});

it("counts everybody who is to hear once, and mails nobody whose mail came back", () => {
  const person = fc.record({ status: fc.constantFrom(...LIVE), reached: fc.boolean() });
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const audience = audienceOf(people);
      expect(mailsTo(audience)).toBe(people.filter(({ reached }) => reached).length);
      expect(mailsTo(audience) + audience.unreached).toBe(people.length);
      const offers = people.filter(({ status, reached }) => reached && status === "offered");
      expect(audience.offers).toBe(offers.length);
    }),
  );
});

it("says of every move of the phase whom it concerns: the line when offers begin, offers when answers end", () => {
  const counts = { free: 3, waiting: 40, offered: 2 };
  const moves = PHASES.flatMap((from) => PHASES.map((to) => [from, to] as const));
  const concerned = moves
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => [from, to, phaseConcerns(from, to, counts)] as const);
  for (const [from, to, { offers, ended, stranded }] of concerned) {
    expect(offers).toBe(permits(to, "offer") && !permits(from, "offer") ? 3 : 0);
    expect(ended).toBe(wentBy(to) && !wentBy(from) ? 2 : 0);
    expect(stranded).toBe(permits(from, "answer") && to === "draft" ? 2 : 0);
  }
  expect(phaseConcerns("pitching", "doors", counts)).toEqual({ offers: 3, ended: 0, stranded: 0 });
  expect(phaseConcerns("sessions", "after", counts)).toEqual({ offers: 0, ended: 2, stranded: 0 });
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
