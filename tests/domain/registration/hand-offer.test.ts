import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_POOL, roomIn } from "#domain/pool.ts";
import { OBSTACLES, obstacleTo, passedOver, shareOf } from "#domain/registration/hand-offer.ts";
import { type InLine, nextInLine } from "#domain/registration/places.ts";
import { STATUSES } from "#domain/registration.ts";

const READY = { verified: true, bounced: false, paused: false };

describe("whoever is chosen for an offer", () => {
  it("waits in the line and can be reached, and else it is said what is in the way", () => {
    const why = STATUSES.map((status) => [status, obstacleTo({ status, ...READY })]);
    expect(Object.fromEntries(why)).toEqual({
      ...Object.fromEntries(STATUSES.map((status) => [status, "not_waiting"])),
      waiting: null,
      offered: "offered",
      held: "has_place",
      confirmed: "has_place",
    });
    const waiting = { status: "waiting" as const, ...READY };
    expect(obstacleTo({ ...waiting, verified: false })).toBe("unproven");
    expect(obstacleTo({ ...waiting, paused: true })).toBe("paused");
    // An address that was never proven and came back is first of all one that mail does not reach.
    expect(obstacleTo({ ...waiting, verified: false, bounced: true, paused: true })).toBe("bounced");
    expect(OBSTACLES).toHaveLength(6);
  });
});

const kind = { sectorId: "local", firstTime: false, organisation: "" };
const anyRoom = () => roomIn(null, { open: 99, planned: 99 }, []);

const anyLine: fc.Arbitrary<InLine[]> = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 12 })
  .chain((readiness) =>
    fc.shuffledSubarray(
      readiness.map((ready, index) => ({ id: `person${index}`, rank: index + 1, ready, kind })),
      { minLength: readiness.length },
    ),
  );

describe("whoever is passed over", () => {
  const anyChoice = anyLine.chain((line) =>
    fc.record({
      line: fc.constant(line),
      chosen: fc.subarray(line.filter(({ ready }) => ready).map(({ id }) => id)).map((ids) => new Set(ids)),
      left: fc.integer({ min: -3, max: 12 }),
    }),
  );

  it("is ready, has a better turn than somebody chosen, and gets no place that is left", () => {
    fc.assert(
      fc.property(anyChoice, ({ line, chosen, left }) => {
        const passed = passedOver(line, chosen, left, anyRoom);
        const served = nextInLine(
          line.filter(({ id }) => !chosen.has(id)),
          left,
          anyRoom(),
        );
        const wanted = [...line]
          .sort((a, b) => a.rank - b.rank)
          .filter(({ id, rank, ready }) => {
            const behind = line.some((other) => chosen.has(other.id) && other.rank > rank);
            return ready && behind && !chosen.has(id) && !served.includes(id);
          });
        expect(passed).toEqual(wanted.map(({ id }) => id));
      }),
    );
  });

  it("is nobody for whom the place was not", () => {
    const central = { ...kind, sectorId: "central" };
    const line = [
      { id: "central", rank: 1, ready: true, kind: central },
      { id: "local", rank: 2, ready: true, kind },
    ];
    const shut = { sectors: new Map([["central", { floor: 0, ceiling: 0 }]]), firstTimers: NO_POOL };
    const pools = { ...shut, organisationLimit: null, mergesAt: null };
    const room = () => roomIn(pools, { open: 9, planned: 9 }, []);
    expect(passedOver(line, new Set(["local"]), 0, room)).toEqual([]);
    expect(passedOver(line, new Set(["local"]), 0, anyRoom)).toEqual(["central"]);
  });

  it("is nobody where the next in line are chosen", () => {
    fc.assert(
      fc.property(anyLine, fc.nat({ max: 12 }), (line, free) => {
        expect(passedOver(line, new Set(nextInLine(line, free, anyRoom())), 0, anyRoom)).toEqual([]);
      }),
    );
  });
});

it("offers come out of the free places first, then out of those kept back, and each is counted once", () => {
  const places = fc.nat({ max: 40 });
  fc.assert(
    fc.property(places, places, places, (offers, free, keptBack) => {
      const share = shareOf(offers, free, keptBack);
      expect(share.free + share.keptBack + share.beyond).toBe(offers);
      expect([share.free <= free, share.keptBack <= keptBack]).toEqual([true, true]);
      if (share.keptBack > 0) expect(share.free).toBe(free);
      if (share.beyond > 0) expect(share.keptBack).toBe(keptBack);
    }),
  );
});
