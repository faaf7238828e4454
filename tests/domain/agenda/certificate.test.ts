import { describe, expect, test } from "vitest";
import { planted } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { certifiedScore, certify, trivialBound } from "#domain/agenda/certificate.ts";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import type { Grid, Problem, Session } from "#domain/agenda/problem.ts";
import { random } from "#domain/agenda/random.ts";
import { gridOf, solve } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { highs } from "#jobs/highs.ts";
import { anyCamp, breaches, everySchedule, noSolver, plain, servedOnly } from "#tests/domain/agenda/camps.ts";

const solver = await highs();
const goOn = () => true;

/** A small camp in which people want many things, so that somebody is always torn. */
function torn(seed: number, sessions: number, people: number) {
  const dice = random(seed);
  const wants = Array.from({ length: people }, () =>
    Array.from({ length: sessions }, (_, s) => s).filter(() => dice.below(3) === 0),
  );
  return { wants, problem: plain(3, [people, people], sessions, wants) };
}

/** A random camp so small that every grid of it can be tried. */
function tiny(seed: number): Problem {
  const camp = anyCamp(seed);
  const sessions = camp.sessions.slice(0, 4).map((it, s) => ({
    ...it,
    pin: { slot: null, room: null },
    length: (seed + s) % 5 === 0 ? 2 : 1,
    copies: (seed + s) % 7 === 0 ? 2 : 1,
  })) satisfies Session[];
  return {
    ...camp,
    slots: [0, 0, 1].map((day, t) => ({ id: `t${t}`, day, break: false, over: false })),
    rooms: [3, 9].map((capacity, r) => ({
      ...{ id: `r${r}`, capacity, features: r === 0 ? ["screen"] : [], stepFree: true },
      closed: seed % 3 === 0 ? [r] : [],
    })),
    sessions,
    wants: camp.wants.map((list) => list.filter((s) => s < sessions.length)),
    published: [],
  };
}

function everyGrid(problem: Problem, visit: (grid: Grid) => void): void {
  const units = problem.sessions.flatMap(({ copies }, session) =>
    Array.from({ length: copies }, (_, copy) => ({ session, copy })),
  );
  const next = (i: number, grid: Grid): void => {
    if (i === units.length) {
      visit(grid);
      return;
    }
    next(i + 1, grid);
    for (const slot of problem.slots.keys())
      for (const room of problem.rooms.keys()) {
        const more = [...grid, { ...units[i]!, slot, room }];
        if (breaches(problem, more).length === 0) next(i + 1, more);
      }
  };
  next(0, []);
}

describe("certify", () => {
  test("proves exactly what trying everything finds, and mends a grid that is not the best", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { wants, problem: full } = torn(seed, 6, 14);
      const problem = servedOnly(full);
      let best = 0;
      everySchedule(3, 2, 6, (slotOf) => {
        best = Math.max(
          best,
          wants.reduce((sum, list) => sum + new Set(list.map((s) => slotOf[s])).size, 0),
        );
      });
      const poor = gridOf(greedy(compile({ ...problem, wants: wants.map(() => []) }), random(seed)));
      const proof = certify(problem, poor, { solver, goOn });
      expect(proof).toMatchObject({ proven: true, bound: best * 1000, score: best * 1000 });
      if (proof.better !== null) expect(certifiedScore(problem, proof.better)).toBe(best * 1000);
    }
  });

  test("never falls below a score that was reached, whatever the camp", () => {
    let proven = 0;
    for (let seed = 7; seed <= 26; seed++) {
      const problem = anyCamp(seed);
      const [grid, ...others] = [1, 2, 3].map((it) => solve(problem, it, 2000).placements);
      const proof = certify(problem, grid!, { solver, goOn });
      // The bound speaks of grids that leave out no more hands than the one it is asked about.
      const { leftOut } = reckon(problem, grid!).terms;
      for (const other of others)
        if (reckon(problem, other).terms.leftOut >= leftOut)
          expect(proof.bound).toBeGreaterThanOrEqual(certifiedScore(problem, other));
      expect(proof.bound).toBeGreaterThanOrEqual(proof.score);
      expect(proof.score).toBeGreaterThanOrEqual(certifiedScore(problem, grid!));
      if (proof.better !== null) expect(breaches(problem, proof.better)).toEqual([]);
      if (proof.proven) proven++;
    }
    expect(proven).toBeGreaterThan(15);
  });

  test("is never below the best lawful grid of all: two days, closed rooms, long sessions, repeats, hosts, seats", () => {
    let met = 0;
    const seen = { long: 0, repeated: 0, closed: 0, left: 0 };
    for (let seed = 1; seed <= 40; seed++) {
      const problem = tiny(seed);
      const { placements } = solve(problem, seed, 1500);
      const { leftOut } = reckon(problem, placements).terms;
      let best = Number.NEGATIVE_INFINITY;
      everyGrid(problem, (grid) => {
        if (reckon(problem, grid).terms.leftOut >= leftOut)
          best = Math.max(best, certifiedScore(problem, grid));
      });
      const proof = certify(problem, placements, { solver, goOn });
      expect(proof.bound).toBeGreaterThanOrEqual(best);
      if (proof.bound === best) met++;
      if (proof.proven) expect(proof.score).toBe(best);
      if (proof.better !== null) expect(breaches(problem, proof.better)).toEqual([]);
      if (problem.sessions.some(({ length }) => length === 2)) seen.long++;
      if (problem.sessions.some(({ copies }) => copies === 2)) seen.repeated++;
      if (problem.rooms.some(({ closed }) => closed.length > 0)) seen.closed++;
      if (leftOut < 0) seen.left++;
    }
    expect(met).toBeGreaterThan(30);
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(4);
  });

  test("needs no solver when everybody has everything", () => {
    const { instance } = planted({ S: 8, T: 4, R: 2, A: 40 }, 2);
    const problem = problemOf(instance, "votes");
    const { placements } = solve(problem, 1, 5000);
    expect(certify(problem, placements, { solver: noSolver, goOn })).toMatchObject({
      proven: true,
      bound: 160_000,
    });
  });

  test("told to stop, it still gives a bound", () => {
    const { problem } = torn(1, 6, 14);
    const { placements } = solve(problem, 1, 500);
    const proof = certify(problem, placements, { solver, goOn: () => false });
    expect(proof.bound).toBe(trivialBound(problem, placements));
    expect(proof.proven).toBe(proof.bound === proof.score);
  });
});
