import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_NEEDS } from "#domain/registration/answers.ts";
import { type Half, mergedFrom, mergedNeeds } from "#domain/registration/merging.ts";
import { isLive, LIVE, leads, STATUSES } from "#domain/registration.ts";

const PROVEN = { verifiedAt: new Date(0), bouncedAt: null };
const UNPROVEN = { verifiedAt: null, bouncedAt: null };

const half: fc.Arbitrary<Half> = fc.record({
  status: fc.constantFrom(...STATUSES),
  rank: fc.nat({ max: 1_000 }),
  verifiedAt: fc.option(fc.constant(new Date(0))),
  bouncedAt: fc.option(fc.constant(new Date(1))),
});

/** Best first. */
const ORDER = ["confirmed", "held", "offered", "waiting", "entered"];

describe("two registrations made one", () => {
  it("have the better place and the better turn, by moves that the table knows", () => {
    fc.assert(
      fc.property(half, half, (stays, goes) => {
        const merged = mergedFrom(stays, goes);
        const live = [stays, goes].filter(({ status }) => isLive(status));
        const barred = [stays, goes].some(({ status }) => ["removed", "transferred"].includes(status));
        expect(merged === null).toBe(barred || live.length === 0);
        if (!merged) return;
        expect(merged.rank).toBe(Math.min(...live.map(({ rank }) => rank)));
        const best = Math.min(...live.map(({ status }) => ORDER.indexOf(status)));
        const better = merged.from === "stays" ? stays : goes;
        expect(ORDER.indexOf(better.status)).toBe(best);
        if (merged.status !== better.status)
          expect([better.status, merged.status]).toEqual(["held", "confirmed"]);
        expect([
          leads("merge", stays.status, merged.status),
          leads("merge_away", goes.status, "removed"),
        ]).toEqual([true, true]);
      }),
    );
  });

  it("keep what the one has that stays, where both have the same", () => {
    for (const status of LIVE) {
      const both = [
        { ...UNPROVEN, status, rank: 7 },
        { ...UNPROVEN, status, rank: 3 },
      ] as const;
      expect(mergedFrom(...both)).toEqual({ status, rank: 3, from: "stays" });
    }
  });

  it("hold a place no longer for an address that is proven, and still for one that is not", () => {
    const held = { ...UNPROVEN, status: "held" as const, rank: 1 };
    const waits = { status: "waiting" as const, rank: 2 };
    expect(mergedFrom({ ...waits, ...PROVEN }, held)?.status).toBe("confirmed");
    expect(mergedFrom({ ...waits, ...UNPROVEN }, held)?.status).toBe("held");
  });
});

describe("what they need", () => {
  const ramp = { ...NO_NEEDS, access: "A ramp", accessAgreed: true };
  const one = { ...NO_NEEDS, companions: 1, companionsNote: "A guide", accessAgreed: true };

  it("is what the one that stays says, with what it left out of the other, and the larger number along", () => {
    expect(mergedNeeds(ramp, { ...one, access: "A lift" })).toEqual({ ...one, access: "A ramp" });
    const two = { ...one, companions: 2, companionsNote: "" };
    expect(mergedNeeds(one, two)).toEqual({ ...one, companions: 2 });
    expect(mergedNeeds(two, one)).toEqual({ ...one, companions: 2 });
    expect(mergedNeeds(NO_NEEDS, one)).toEqual(one);
    expect(mergedNeeds(one, NO_NEEDS)).toEqual(one);
    expect(mergedNeeds(NO_NEEDS, NO_NEEDS)).toEqual(NO_NEEDS);
  });

  it("is agreed to only where all of it was", () => {
    const before = { ...ramp, accessAgreed: false };
    expect(mergedNeeds(before, one).accessAgreed).toBe(false);
    expect(mergedNeeds(one, before).accessAgreed).toBe(false);
    // Nothing is taken of what nobody agreed to.
    expect(mergedNeeds(ramp, before).accessAgreed).toBe(true);
  });
});
