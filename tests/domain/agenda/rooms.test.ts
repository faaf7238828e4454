import { describe, expect, test } from "vitest";
import { FORBIDDEN } from "#domain/agenda/matching.ts";
import { compile } from "#domain/agenda/model.ts";
import { demands, roomPricer, seatPoints } from "#domain/agenda/rooms.ts";
import { anyCamp } from "#tests/domain/agenda/camps.ts";

describe("rooms inside a slot", () => {
  test("cost what the best of all ways to hand them out costs", () => {
    let compared = 0;
    for (let seed = 1; seed <= 120; seed++) {
      // Every other camp has nothing about its rooms but seats, which is where sorting is used instead of matching.
      const full = anyCamp(seed);
      const bare = full.sessions.map((it) => ({
        ...it,
        needs: [],
        stepFree: false,
        length: 1 as const,
        pin: { slot: null, room: null },
      }));
      const weights = { ...full.weights, empty: 0 };
      const problem = seed % 2 ? full : { ...full, sessions: bare, published: [], weights };
      const model = compile(problem);
      const held = new Int32Array(model.units).fill(-1);
      const members = [...Array(model.units).keys()]
        .filter((u) => model.pins.slot[u]! < 0)
        .slice(0, 1 + (seed % model.rooms));
      const demand = new Int32Array(members.length);
      demands(model, members, members.length, new Uint8Array(model.people), demand);
      const cost = (i: number, r: number): number => {
        const u = members[i]!;
        if (!model.fits[u * model.rooms + r]) return FORBIDDEN;
        if (!model.open[r] && model.pins.room[u] !== r) return FORBIDDEN;
        const { moved, movedStar } = problem.weights;
        const unrest = Math.floor((moved + movedStar * problem.sessions[model.session[u]!]!.stars) / 10);
        const changed = model.before.slot[u] === 0 && model.before.room[u] !== r ? unrest : 0;
        return seatPoints(model, demand[i]!, problem.rooms[r]!.capacity) + changed;
      };
      const least = (i: number, used: number): number => {
        if (i === members.length) return 0;
        let best = FORBIDDEN;
        for (let r = 0; r < model.rooms; r++)
          if (!((used >> r) & 1)) best = Math.min(best, cost(i, r) + least(i + 1, used | (1 << r)));
        return best;
      };
      const price = roomPricer(model).price(0, members, members.length, held);
      expect(Math.min(FORBIDDEN, price)).toBe(Math.min(FORBIDDEN, least(0, 0)));
      compared++;
    }
    expect(compared).toBe(120);
  });

  test("split a head evenly among what a person wants at one time", () => {
    const camp = anyCamp(3);
    const model = compile({
      ...camp,
      here: null,
      sessions: camp.sessions.map((it) => ({ ...it, audience: null })),
    });
    const members = [0, 1, 2].filter((u) => u < model.units);
    const demand = new Int32Array(3);
    demands(model, members, members.length, new Uint8Array(model.people), demand);
    const people = new Set(members.flatMap((u) => [...model.fans[model.session[u]!]!])).size;
    const heads = demand.reduce((sum, n) => sum + n, 0);
    expect(heads).toBeLessThanOrEqual(people * 1000);
    expect(heads).toBeGreaterThan(people * 990);
  });
});
