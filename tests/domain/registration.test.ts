import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admit,
  allows,
  freePlaces,
  LIVE,
  MOVES,
  nextInLine,
  reachable,
  STATUSES,
  sameAddress,
} from "#domain/registration.ts";

const counts = fc.record({ confirmed: fc.nat(200), offered: fc.nat(20), waiting: fc.nat(500) });
const line = fc.uniqueArray(fc.record({ id: fc.uuid(), rank: fc.nat(999), verified: fc.boolean() }), {
  selector: (person) => person.rank,
});

describe("admitting a newcomer", () => {
  it("gives a place exactly when one is free and nobody waits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), counts, (capacity, now) => {
        const free = now.confirmed + now.offered < capacity && now.waiting === 0;
        expect(admit(capacity, null, now)).toEqual({ ok: true, value: free ? "confirmed" : "waiting" });
      }),
    );
  });

  it("closes the line at its limit, and not before", () => {
    const full = { confirmed: 10, offered: 0, waiting: 400 };
    expect(admit(10, 400, full)).toEqual({ ok: false, refusal: "line_full" });
    expect(admit(10, 401, full)).toEqual({ ok: true, value: "waiting" });
  });
});

describe("free places", () => {
  it("count offers as taken and never go below zero", () => {
    expect(freePlaces(10, { confirmed: 6, offered: 3, waiting: 9 })).toBe(1);
    expect(freePlaces(10, { confirmed: 12, offered: 0, waiting: 9 })).toBe(0);
  });
});

describe("the next in line", () => {
  it("are the best ranks with a confirmed address, in turn", () => {
    fc.assert(
      fc.property(line, fc.nat(20), (people, free) => {
        const chosen = nextInLine(people, free);
        const ready = people.filter((person) => person.verified);
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

  it("moves only from where it says", () => {
    const pairs = MOVES.flatMap((move) =>
      STATUSES.filter((from) => allows(move, from)).map((from) => `${from} ${move}`),
    );
    expect(pairs.filter((pair) => /^(waiting|confirmed|declined|expired) accept$/.test(pair))).toEqual([]);
    expect(pairs).toContain("offered accept");
  });
});

it("compares addresses without their capitals and spaces", () => {
  expect(sameAddress(" Siân.Morgan@Cardiff.gov.uk ")).toBe("siân.morgan@cardiff.gov.uk");
});
