import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admit,
  allows,
  type Counts,
  countUnproven,
  freePlaces,
  holdsPlace,
  isLive,
  isProven,
  LIVE,
  leads,
  MOVES,
  nextInLine,
  placesToOffer,
  reachable,
  STATUSES,
  takesPart,
  withOneMore,
  withOneProven,
} from "#domain/registration.ts";

const NONE: Counts = {
  confirmed: 0,
  held: 0,
  offered: 0,
  waiting: 0,
  ready: 0,
  paused: 0,
  inTurn: 0,
  lapsed: 0,
};
const counts = fc.record({
  ...{ confirmed: fc.nat(120), held: fc.nat(60), offered: fc.nat(20), lapsed: fc.nat(30) },
  ...{ waiting: fc.nat(500), ready: fc.nat(3), paused: fc.nat(3), inTurn: fc.nat(3) },
});
const line = fc.uniqueArray(fc.record({ id: fc.uuid(), rank: fc.nat(999), ready: fc.boolean() }), {
  selector: (person) => person.rank,
});
const camp = (capacity: number, lineLimit: number | null = null) => ({ capacity, lineLimit });
const STRANGER = { proven: false, lapsed: false };
const KNOWN = { proven: true, lapsed: false };

describe("admitting a newcomer", () => {
  it("gives a place exactly when one is free and nobody is in turn, held until the address is proven", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), counts, (capacity, now) => {
        const free = now.confirmed + now.held + now.offered < capacity;
        const trusted = now.lapsed * 10 < capacity;
        expect(admit(camp(capacity), now, STRANGER)).toEqual({
          ok: true,
          value: free && trusted && now.inTurn === 0 ? "held" : "waiting",
        });
        expect(admit(camp(capacity), now, KNOWN)).toEqual({
          ok: true,
          value: free && now.ready === 0 ? "confirmed" : "waiting",
        });
        expect(admit(camp(capacity), now, { proven: false, lapsed: true })).toEqual({
          ok: true,
          value: "waiting",
        });
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
    expect(withOneMore(NONE, "held", STRANGER)).toEqual({ ...NONE, held: 1 });
    expect(withOneMore(NONE, "confirmed", KNOWN)).toEqual({ ...NONE, confirmed: 1 });
    expect(withOneMore(NONE, "waiting", KNOWN)).toEqual({ ...NONE, waiting: 1, ready: 1, inTurn: 1 });
    expect(withOneMore(NONE, "waiting", STRANGER)).toEqual({ ...NONE, waiting: 1, inTurn: 1 });
    expect(withOneMore(NONE, "waiting", { proven: false, lapsed: true })).toEqual({ ...NONE, waiting: 1 });
    // Whoever proves their address has lapsed no more.
    const again = { ...NONE, lapsed: 1 };
    const back = { proven: true, lapsed: true };
    expect(withOneMore(again, "confirmed", back)).toEqual({ ...NONE, confirmed: 1 });
    expect(withOneMore(again, "waiting", back)).toEqual({ ...NONE, waiting: 1, ready: 1, inTurn: 1 });
  });

  it("counts whoever is proven as if they had been admitted proven", () => {
    const some = { ...NONE, held: 2, waiting: 4, lapsed: 1 };
    const fresh = { status: "held", lapsed: false } as const;
    expect(withOneProven(some, fresh)).toEqual({ ...some, held: 1, confirmed: 1 });
    expect(withOneProven(some, { ...fresh, status: "waiting" })).toEqual({ ...some, ready: 1 });
    expect(withOneProven(some, { status: "waiting", lapsed: true })).toEqual({
      ...{ ...some, ready: 1, inTurn: 1, lapsed: 0 },
    });
    expect(withOneProven(some, { ...fresh, status: "removed" })).toEqual(some);
  });
});

describe("free places", () => {
  it("count offers and held places as taken and never go below zero", () => {
    expect(freePlaces(10, { ...NONE, confirmed: 5, held: 1, offered: 3 })).toBe(1);
    expect(freePlaces(10, { ...NONE, confirmed: 12 })).toBe(0);
  });

  it("can be offered one by one, to as many as are ready, and never more than are free", () => {
    const offered = (confirmed: number, ready: number) => placesToOffer(10, { ...NONE, confirmed, ready });
    expect([offered(7, 2), offered(7, 9), offered(10, 9), offered(12, 9), offered(7, 0)]).toEqual([
      2, 3, 0, 0, 0,
    ]);
  });

  it("are held by exactly the statuses that say so", () => {
    expect(STATUSES.filter(holdsPlace)).toEqual(["offered", "held", "confirmed"]);
    expect(STATUSES.filter(takesPart)).toEqual(["confirmed"]);
    expect(STATUSES.filter(isLive)).toEqual(["waiting", "entered", "offered", "held", "confirmed"]);
  });
});

describe("a proven address", () => {
  it("is one whose reader answered, and from which no mail came back since", () => {
    const now = new Date(0);
    expect(isProven({ verifiedAt: now, bouncedAt: null })).toBe(true);
    expect(isProven({ verifiedAt: null, bouncedAt: null })).toBe(false);
    expect(isProven({ verifiedAt: now, bouncedAt: now })).toBe(false);
  });

  it("is missing to everybody held and to part of the line", () => {
    expect(countUnproven({ ...NONE, confirmed: 7, held: 2, waiting: 5, ready: 4 })).toBe(3);
    expect(countUnproven({ ...NONE, confirmed: 7, held: 2, waiting: 5, ready: 2, paused: 2 })).toBe(3);
  });
});

describe("the next in line", () => {
  it("are the best ranks of those who can be offered a place, in turn", () => {
    fc.assert(
      fc.property(line, fc.nat(20), (people, free) => {
        const chosen = nextInLine(people, free);
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

describe("the table of transitions", () => {
  it("never leads to two live registrations: registering needs one that ended", () => {
    expect(LIVE.filter((status) => allows("register", status))).toEqual([]);
    expect(allows("register", null)).toBe(true);
    expect(allows("register", "removed")).toBe(false);
  });

  it("reaches every status that this version can bring about", () => {
    const reached = new Set<string>();
    let grew = true;
    while (grew) {
      const next = STATUSES.filter(
        (to) =>
          !reached.has(to) &&
          [null, ...STATUSES].some((from) => (from === null || reached.has(from)) && reachable(from, to)),
      );
      for (const status of next) reached.add(status);
      grew = next.length > 0;
    }
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual(["entered", "transferred"]);
  });

  it("confirms nobody whose address is not proven, but by an organiser's hand", () => {
    const ways = MOVES.filter(
      (move) => STATUSES.some((from) => leads(move, from, "confirmed")) && move !== "register",
    );
    expect(ways).toEqual(["prove", "accept", "take_back", "confirm"]);
  });

  it("moves only from where it says", () => {
    const pairs = MOVES.flatMap((move) =>
      STATUSES.filter((from) => allows(move, from)).map((from) => `${from} ${move}`),
    );
    expect(pairs.filter((pair) => /^(waiting|confirmed|declined|expired) accept$/.test(pair))).toEqual([]);
    expect(pairs).toContain("offered accept");
  });
});
