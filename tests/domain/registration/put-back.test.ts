import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Kind } from "#domain/pool.ts";
import type { Counts } from "#domain/registration/places.ts";
import { isOfferedAgain } from "#domain/registration/put-back.ts";

const NONE: Counts = {
  ...{ confirmed: 0, held: 0, offered: 0, waiting: 0, ready: 0, paused: 0, inTurn: 0 },
  ...{ lapsed: 0, entered: 0, keptBack: 0, groups: null },
};
const kind: Kind = { sectorId: "local", firstTime: false, organisation: "" };
const counts = fc
  .record({ confirmed: fc.nat(120), held: fc.nat(60), offered: fc.nat(20), ready: fc.nat(30) })
  .map((some): Counts => ({ ...NONE, ...some }));
const all = (capacity: number) => ({ capacity, open: capacity, planned: capacity });
const undivided = (capacity: number) => ({ places: all(capacity), pools: null });

describe("somebody put back in the line", () => {
  it("is offered a place again exactly when more are free than others are ready, with the one they had", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), counts, fc.boolean(), (capacity, now, has) => {
        const before = { ...now, confirmed: now.confirmed + (has ? 1 : 0) };
        const status = has ? "confirmed" : "left";
        const left = Math.max(0, capacity - (now.confirmed + now.held + now.offered));
        const again = isOfferedAgain(undivided(capacity), before, { kind, status, keptBack: false });
        expect(again).toBe(left > now.ready);
      }),
    );
  });

  it("is offered none out of what is kept back, nor beyond what is let in of their kind", () => {
    const places = { capacity: 10, open: 5, planned: 5 };
    const held = { ...NONE, confirmed: 6, keptBack: 1 };
    const who = { kind, status: "confirmed", keptBack: true } as const;
    expect(isOfferedAgain({ places, pools: null }, held, who)).toBe(false);
    const firstTimers = { floor: 0, ceiling: null };
    const none = { firstTimers, organisationLimit: null, mergesAt: null };
    const pools = { ...none, sectors: new Map([["local", { floor: 0, ceiling: 1 }]]) };
    const of = (holding: number) => ({
      ...{ ...NONE, confirmed: holding },
      groups: [{ ...kind, holding, waiting: 0, ready: 0, inTurn: 0 }],
    });
    const mine = { kind: { ...kind, organisation: "leeds" }, status: "confirmed", keptBack: false } as const;
    const again = (holding: number) => isOfferedAgain({ places: all(10), pools }, of(holding), mine);
    expect([again(1), again(2)]).toEqual([true, false]);
  });
});
