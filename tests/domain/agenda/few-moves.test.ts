import { expect, test } from "vitest";
import { fewMoves } from "#domain/agenda/few-moves.ts";
import { movesOf } from "#domain/agenda/repair.ts";
import { solve } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { anyCamp, breaches, everySchedule, plain } from "#tests/domain/agenda/camps.ts";

test("finds the best grid there is for every number of moves, on camps small enough to try them all", () => {
  let levels = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const wants = anyCamp(seed * 7).wants.map((list) => list.filter((s) => s < 6));
    const base = plain(3, [50, 50], 6, wants);
    const published = Array.from({ length: 6 }, (_, session) => ({
      session,
      copy: 0,
      slot: Math.floor(session / 2),
      room: session % 2,
      fixed: false,
    }));
    const problem = { ...base, published };
    const best = new Map<number, number>();
    everySchedule(3, 2, 6, (slotOf) => {
      const grid = slotOf.map((slot, session) => ({ session, copy: 0, slot, room: 0 }));
      const moves = movesOf(problem, grid);
      const served = wants.reduce((sum, list) => sum + new Set(list.map((s) => slotOf[s])).size, 0);
      best.set(moves, Math.max(best.get(moves) ?? 0, served));
    });
    for (const grid of fewMoves(problem, 4, 40)) {
      const moves = movesOf(problem, grid);
      expect(reckon(problem, grid).measures.served).toBe(best.get(moves));
      levels++;
    }
  }
  expect(levels).toBeGreaterThan(20);
});

test("moves no more than it may, breaks no hard rule, and touches nothing pinned or running, whatever the camp", () => {
  let grids = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const camp = anyCamp(seed);
    const published = solve(camp, seed, 300).placements.map((it, i) => ({ ...it, fixed: i % 4 === 0 }));
    const problem = { ...camp, published };
    for (const grid of fewMoves(problem, 4, 5)) {
      grids++;
      expect(movesOf(problem, grid)).toBeLessThanOrEqual(4);
      expect(breaches(problem, grid)).toEqual([]);
      for (const { fixed, ...it } of published) if (fixed) expect(grid).toContainEqual(it);
    }
  }
  expect(grids).toBeGreaterThan(40);
});
