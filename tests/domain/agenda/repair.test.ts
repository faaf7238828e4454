import { describe, expect, test } from "vitest";
import { CAMP, camp } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { type Problem, WEIGHTS } from "#domain/agenda/problem.ts";
import { movesBetween, rematch, repair } from "#domain/agenda/repair.ts";
import { second } from "#domain/agenda/second.ts";
import { solve } from "#domain/agenda/solve.ts";
import { anyCamp, breaches, plain } from "#tests/domain/agenda/camps.ts";

/** A camp of forty, solved and published, its first slot running. */
function published(seed: number): Problem {
  const problem = {
    ...problemOf(camp(CAMP, seed), "full"),
    weights: { ...WEIGHTS, moved: 500, movedStar: 50 },
  };
  const { placements } = solve(problem, seed, 40_000);
  return { ...problem, published: placements.map((it) => ({ ...it, fixed: it.slot === 0 })) };
}

describe("repair", () => {
  test("moves nothing that runs, little else, and less than solving afresh, when a host falls ill", () => {
    for (const seed of [1, 2]) {
      const before = published(seed);
      const ill = before.published.find((it) => it.slot === 2)!;
      const after = {
        ...before,
        sessions: before.sessions.map((it, s) => (s === ill.session ? { ...it, forbidden: [1, 2] } : it)),
      };
      const repaired = repair(after, seed, 40_000);
      const running = before.published.filter((it) => it.fixed);
      expect(breaches(after, repaired.placements)).toEqual([]);
      for (const { fixed: _, ...it } of running) expect(repaired.placements).toContainEqual(it);
      const moved = movesBetween(before.published, repaired.placements).filter(
        ({ from, to }) => to?.slot !== from.slot,
      );
      const fresh = solve({ ...after, published: running }, seed + 50, 40_000);
      const anew = movesBetween(before.published, fresh.placements).filter(
        ({ from, to }) => to?.slot !== from.slot,
      );
      expect(moved.length).toBeLessThanOrEqual(1 + 4);
      expect(moved.length).toBeLessThanOrEqual(anew.length);
      expect(repaired.measures.served).toBeGreaterThanOrEqual(fresh.measures.served * 0.99);
    }
  });

  test("never touches what runs or is pinned, and breaks no rule, whatever the camp; nor does a second", () => {
    let kept = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const camp = anyCamp(seed);
      const before = solve(camp, seed, 300).placements.map((it, i) => ({ ...it, fixed: i % 4 === 0 }));
      // The day has changed: some people do not come, a room is closed.
      const rooms = camp.rooms.map((room, r) => (r === 1 ? { ...room, closed: [0, 1] } : room));
      const away = camp.away.map((slots, person) => (person % 5 === 0 ? [1] : slots));
      const problem = { ...camp, rooms, away, published: before };
      const first = repair(problem, seed, 1500);
      const other = second(problem, first, 2500);
      for (const { placements } of [first, ...(other === null ? [] : [other.solution])]) {
        expect(breaches(problem, placements)).toEqual([]);
        for (const { fixed, ...it } of before) {
          if (!fixed) continue;
          kept++;
          expect(placements).toContainEqual(it);
        }
        camp.sessions.forEach(({ pin }, session) => {
          const running = before.some((it) => it.session === session && it.copy === 0 && it.fixed);
          const now = placements.find((it) => it.session === session && it.copy === 0);
          if (running || now === undefined) return;
          if (pin.slot !== null) expect(now.slot).toBe(pin.slot);
          if (pin.room !== null) expect(now.room).toBe(pin.room);
        });
      }
    }
    expect(kept).toBeGreaterThan(30);
  });

  test("leaves a good grid as it is", () => {
    const before = published(3);
    const again = repair(before, 9, 10_000);
    const moved = movesBetween(before.published, again.placements).filter(
      ({ from, to }) => to?.slot !== from.slot,
    );
    expect(moved.length).toBeLessThanOrEqual(4);
    expect(again.score).toBeGreaterThanOrEqual(repair(before, 9, 0).score);
  });
});

describe("rematch", () => {
  test("swaps rooms inside a slot for more seats and moves nobody in time", () => {
    const wants = [[0], [0], [0], [0], [1]];
    const problem = plain(1, [1, 5], 2, wants);
    const wrong = [
      { session: 0, copy: 0, slot: 0, room: 0 },
      { session: 1, copy: 0, slot: 0, room: 1 },
    ];
    const { placements, measures } = rematch(problem, wrong);
    expect(measures.unseated).toBe(0);
    expect(placements.find((it) => it.session === 0)).toEqual({ session: 0, copy: 0, slot: 0, room: 1 });
  });
});
