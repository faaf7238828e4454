import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Kind, roomIn } from "#domain/pool.ts";
import {
  admit,
  beyondFree,
  type Counts,
  freePlaces,
  nextInLine,
  placesToOffer,
  whyIdle,
  withOneMore,
  withOneProven,
} from "#domain/registration/places.ts";

const NONE: Counts = {
  confirmed: 0,
  held: 0,
  offered: 0,
  waiting: 0,
  ready: 0,
  paused: 0,
  inTurn: 0,
  lapsed: 0,
  entered: 0,
  keptBack: 0,
  groups: null,
};
const kind: Kind = { sectorId: "local", firstTime: false, organisation: "" };
const counts = fc.record({
  ...{ confirmed: fc.nat(120), held: fc.nat(60), offered: fc.nat(20), lapsed: fc.nat(30) },
  ...{ waiting: fc.nat(500), ready: fc.nat(3), paused: fc.nat(3), inTurn: fc.nat(3) },
  ...{ entered: fc.nat(9), keptBack: fc.constant(0), groups: fc.constant(null) },
});
const line = fc.uniqueArray(
  fc.record({ id: fc.uuid(), rank: fc.nat(999), ready: fc.boolean(), kind: fc.constant(kind) }),
  {
    selector: (person) => person.rank,
  },
);
const all = (capacity: number) => ({ capacity, open: capacity, planned: capacity });
const undivided = (capacity: number) => ({ places: all(capacity), pools: null });
const camp = (capacity: number, lineLimit: number | null = null) => ({
  ...undivided(capacity),
  ...{ lineLimit, offersOn: true },
});
const STRANGER = { kind, proven: false, lapsed: false };
const KNOWN = { kind, proven: true, lapsed: false };

describe("admitting a newcomer", () => {
  it("gives a place exactly when one is free for them and nobody is ready for it, held until the address is proven", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), counts, (capacity, now) => {
        const left = capacity - (now.confirmed + now.held + now.offered);
        const free = left > 0 && now.ready === 0;
        const trusted = now.lapsed * 10 < capacity;
        expect(admit(camp(capacity), now, STRANGER)).toEqual({
          ok: true,
          value: free && trusted && left > now.inTurn ? "held" : "waiting",
        });
        expect(admit(camp(capacity), now, KNOWN)).toEqual({
          ok: true,
          value: free ? "confirmed" : "waiting",
        });
        expect(admit(camp(capacity), now, { kind, proven: false, lapsed: true })).toEqual({
          ok: true,
          value: "waiting",
        });
      }),
    );
  });

  it("leaves a place for each whose turn it is and whose address is not proven, and gives out the rest", () => {
    const one = { ...NONE, confirmed: 2, waiting: 1, inTurn: 1 };
    const gets = (now: Counts) => admit(camp(10), now, STRANGER);
    expect(gets(one)).toEqual({ ok: true, value: "held" });
    expect(gets({ ...one, held: 6 })).toEqual({ ok: true, value: "held" });
    expect(gets({ ...one, held: 7 })).toEqual({ ok: true, value: "waiting" });
    // While nothing is offered, whoever proves their address later would see those behind them in.
    expect(admit({ ...camp(10), offersOn: false }, one, STRANGER)).toEqual({ ok: true, value: "waiting" });
    expect(admit({ ...camp(10), offersOn: false }, { ...one, inTurn: 0 }, STRANGER)).toMatchObject({
      value: "held",
    });
    // Somebody who could be offered one is to have it first, also of many.
    expect(gets({ ...one, ready: 1 })).toEqual({ ok: true, value: "waiting" });
  });

  it("leaves nobody in turn without a place that was free for them, whatever is kept for whom", () => {
    const group = fc.record({
      ...{ sectorId: fc.constantFrom("local", "central"), firstTime: fc.boolean() },
      ...{ organisation: fc.constantFrom("", "leeds"), holding: fc.nat(3), inTurn: fc.nat(2) },
    });
    const groups = fc.uniqueArray(group, {
      selector: (it) => `${it.sectorId} ${it.firstTime} ${it.organisation}`,
    });
    const pool = fc.record({ floor: fc.nat(3), ceiling: fc.option(fc.integer({ min: 3, max: 6 })) });
    const rules = fc.record({
      ...{ local: pool, central: pool, firstTimers: pool },
      organisationLimit: fc.option(fc.integer({ min: 1, max: 4 })),
    });
    fc.assert(
      fc.property(groups, rules, fc.integer({ min: 9, max: 20 }), fc.nat(7), (some, rule, capacity, at) => {
        const { local, central, firstTimers, organisationLimit } = rule;
        const sectors = new Map([
          ["local", local],
          ["central", central],
        ]);
        const pools = { sectors, firstTimers, organisationLimit, mergesAt: null };
        const all = some.map((it) => ({ ...it, waiting: it.inTurn, ready: 0 }));
        const sum = (which: "holding" | "inTurn") => all.reduce((people, it) => people + it[which], 0);
        const now: Counts = { ...NONE, confirmed: sum("holding"), inTurn: sum("inTurn"), groups: all };
        const newcomer: Kind = {
          ...{ sectorId: at & 1 ? "local" : "central", firstTime: (at & 2) > 0 },
          organisation: at & 4 ? "leeds" : "",
        };
        const division = { places: { capacity, open: capacity, planned: capacity }, pools };
        const admitted = admit({ ...division, lineLimit: null, offersOn: true }, now, {
          ...STRANGER,
          kind: newcomer,
        });
        fc.pre(admitted.ok && admitted.value === "held");
        const after = withOneMore(now, "held", { ...STRANGER, kind: newcomer });
        for (const one of all.filter(({ inTurn }) => inTurn > 0)) {
          const fits = (counts: Counts) =>
            freePlaces(division.places, counts) > 0 &&
            roomIn(pools, division.places, counts.groups!).fits(one);
          if (fits(now)) expect(fits(after)).toBe(true);
        }
      }),
    );
  });

  it("closes the line at its limit, and not before; the unproven do not count", () => {
    const full = { ...NONE, confirmed: 10, waiting: 900, ready: 400, inTurn: 900 };
    expect(admit(camp(10, 400), full, STRANGER)).toEqual({ ok: false, refusal: "line_full" });
    // Whoever has paused comes back.
    const away = { ...full, ready: 300, paused: 100 };
    expect(admit(camp(10, 400), away, STRANGER)).toEqual({ ok: false, refusal: "line_full" });
    expect(admit(camp(10, 401), full, STRANGER)).toEqual({ ok: true, value: "waiting" });
  });

  it("counts whoever was admitted as the database would", () => {
    const waits = { waiting: 1, ready: 1, inTurn: 1 };
    expect(withOneMore(NONE, "held", STRANGER)).toEqual({ ...NONE, held: 1 });
    expect(withOneMore(NONE, "confirmed", KNOWN)).toEqual({ ...NONE, confirmed: 1 });
    expect(withOneMore(NONE, "waiting", KNOWN)).toEqual({ ...NONE, ...waits });
    expect(withOneMore(NONE, "waiting", STRANGER)).toEqual({ ...NONE, ...waits, ready: 0 });
    const lapsedOne = { kind, proven: false, lapsed: true };
    expect(withOneMore(NONE, "waiting", lapsedOne)).toEqual({ ...NONE, waiting: 1 });
    expect(withOneMore(NONE, "entered", KNOWN)).toEqual({ ...NONE, entered: 1 });
    // Whoever proves their address has lapsed no more.
    const again = { ...NONE, lapsed: 1 };
    const back = { kind, proven: true, lapsed: true };
    expect(withOneMore(again, "confirmed", back)).toEqual({ ...NONE, confirmed: 1 });
    expect(withOneMore(again, "waiting", back)).toEqual({ ...NONE, ...waits });
  });

  it("counts whoever is proven as if they had been admitted proven", () => {
    const some = { ...NONE, held: 2, waiting: 4, lapsed: 1 };
    const fresh = { kind, status: "held", lapsed: false } as const;
    expect(withOneProven(some, fresh)).toEqual({ ...some, held: 1, confirmed: 1 });
    expect(withOneProven(some, { ...fresh, status: "waiting" })).toEqual({ ...some, ready: 1 });
    expect(withOneProven(some, { kind, status: "waiting", lapsed: true })).toEqual({
      ...{ ...some, ready: 1, inTurn: 1, lapsed: 0 },
    });
    expect(withOneProven(some, { ...fresh, status: "removed" })).toEqual(some);
  });
});

describe("free places", () => {
  it("count offers and held places as taken and never go below zero", () => {
    expect(freePlaces(all(10), { ...NONE, confirmed: 5, held: 1, offered: 3 })).toBe(1);
    expect(freePlaces(all(10), { ...NONE, confirmed: 12 })).toBe(0);
  });

  it("are those given out so far; a place given by hand from what is kept back takes none of them", () => {
    const free = (open: number, confirmed: number, keptBack: number) =>
      freePlaces({ capacity: 10, open, planned: 10 }, { ...NONE, confirmed, keptBack });
    expect([free(4, 0, 0), free(4, 3, 0), free(4, 3, 2), free(4, 9, 2)]).toEqual([4, 1, 3, 0]);
    // Once all are given out nothing is kept back any more.
    expect([free(9, 5, 2), free(10, 5, 2)]).toEqual([5, 5]);
  });

  it("never let more be given than there are, however many are kept back", () => {
    const people = fc.record({ open: fc.nat(20), more: fc.nat(20), taken: fc.nat(50), keptBack: fc.nat(50) });
    fc.assert(
      fc.property(people, ({ open, more, taken, keptBack }) => {
        const capacity = open + more;
        const free = freePlaces(
          { capacity, open, planned: capacity },
          { ...NONE, confirmed: taken, keptBack: Math.min(taken, keptBack) },
        );
        expect(free).toBeLessThanOrEqual(open);
        if (taken <= capacity) expect(taken + free).toBeLessThanOrEqual(capacity);
      }),
    );
  });

  it("can be offered one by one, to as many as are ready, and never more than are free", () => {
    const offered = (confirmed: number, ready: number) =>
      placesToOffer(undivided(10), { ...NONE, confirmed, ready });
    expect([offered(7, 2), offered(7, 9), offered(10, 9), offered(12, 9), offered(7, 0)]).toEqual([
      2, 3, 0, 0, 0,
    ]);
  });
});

describe("the places of a camp", () => {
  const given = fc.record({ places: fc.nat(30), out: fc.boolean() });

  it("are held, free, still to come or kept back, and those held beyond them are counted apart", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(given, { maxLength: 4 }),
        fc.record({ confirmed: fc.nat(40), held: fc.nat(9), offered: fc.nat(9), byHand: fc.nat(20) }),
        (capacity, releases, { byHand, ...held }) => {
          const sum = (some: typeof releases) => some.reduce((all, { places }) => all + places, 0);
          const places =
            releases.length === 0
              ? all(capacity)
              : {
                  capacity,
                  open: Math.min(capacity, sum(releases.filter(({ out }) => out))),
                  planned: Math.min(capacity, sum(releases)),
                };
          const taken = held.confirmed + held.held + held.offered;
          const counted = { ...held, keptBack: Math.min(taken, byHand) };
          const { later, keptBackLeft, over } = beyondFree(places, counted);
          expect(Math.min(later, keptBackLeft, over)).toBeGreaterThanOrEqual(0);
          expect(freePlaces(places, counted) + taken + later + keptBackLeft - over).toBe(capacity);
          expect(keptBackLeft).toBeLessThanOrEqual(capacity - places.planned);
          if (over > 0) expect(freePlaces(places, counted)).toBe(0);
        },
      ),
    );
  });

  it("are kept back until they were given by hand, and what more was given so comes of later ones", () => {
    const places = { capacity: 10, open: 4, planned: 8 };
    const beyond = (keptBack: number) => beyondFree(places, { ...NONE, confirmed: keptBack, keptBack });
    expect(beyond(0)).toEqual({ later: 4, keptBackLeft: 2, over: 0 });
    expect(beyond(1)).toEqual({ later: 4, keptBackLeft: 1, over: 0 });
    expect(beyond(3)).toEqual({ later: 3, keptBackLeft: 0, over: 0 });
    expect(beyondFree(places, { ...NONE, confirmed: 7 })).toEqual({ later: 4, keptBackLeft: 2, over: 3 });
  });
});

describe("places that stand free while people are ready", () => {
  const since = "2026-05-08T10:00:00.000Z";
  const after = (ms: number) => Date.parse(since) + ms;
  const why = (more: Partial<Parameters<typeof whyIdle>[0]>, awake: boolean, ms: number) =>
    whyIdle({ idleSince: since, offersOn: true, ...more }, awake, after(ms));

  it("need somebody at once where offers are switched off, else after ten minutes of an hour for offers", () => {
    expect([why({}, true, 599_999), why({}, true, 600_000), why({}, false, 9_000_000)]).toEqual([
      null,
      "late",
      null,
    ]);
    const off = { offersOn: false };
    expect([why(off, true, 0), why(off, false, 0)]).toEqual(["off", "off"]);
    expect([why({ idleSince: null }, true, 0), why({ ...off, idleSince: null }, true, 0)]).toEqual([
      null,
      null,
    ]);
  });
});

describe("the next in line", () => {
  it("are the best ranks of those who can be offered a place, in turn", () => {
    fc.assert(
      fc.property(line, fc.nat(20), (people, free) => {
        const chosen = nextInLine(people, free, roomIn(null, all(10), []));
        const ready = people.filter((person) => person.ready);
        expect(chosen.length).toBe(Math.min(free, ready.length));
        const ranks = chosen.map((id) => people.find((person) => person.id === id)!.rank);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        const left = ready.filter((person) => !chosen.includes(person.id));
        expect(left.every((person) => ranks.every((rank) => rank < person.rank))).toBe(true);
      }),
    );
  });
});
