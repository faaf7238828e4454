import { describe, expect, it } from "vitest";
import {
  allows,
  holdsPlace,
  isLive,
  isProven,
  LIVE,
  leads,
  MOVES,
  reachable,
  STATUSES,
  takesPart,
} from "#domain/registration.ts";

describe("places", () => {
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
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it("confirms nobody whose address is not proven, but by an organiser's hand", () => {
    const ways = MOVES.filter(
      (move) => STATUSES.some((from) => leads(move, from, "confirmed")) && move !== "register",
    );
    expect(ways).toEqual(["draw", "prove", "accept", "take_back", "receive", "merge", "confirm"]);
  });

  it("moves only from where it says", () => {
    const pairs = MOVES.flatMap((move) =>
      STATUSES.filter((from) => allows(move, from)).map((from) => `${from} ${move}`),
    );
    expect(pairs.filter((pair) => /^(waiting|confirmed|declined|expired) accept$/.test(pair))).toEqual([]);
    expect(pairs).toContain("offered accept");
  });
});
