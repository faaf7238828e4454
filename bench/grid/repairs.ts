/** A day that movesBetween: a published grid, its first slot running, and a host who can only come late. */
import { CAMP, camp } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { WEIGHTS } from "#domain/planner/problem.ts";
import { movesBetween, repair } from "#domain/planner/repair.ts";
import { solve } from "#domain/planner/solve.ts";

export type Repaired = {
  /** Sessions in another slot than before, the one that has to move among them. */
  readonly moved: number;
  /** Wishes lost in percent, against the published grid and against solving everything but the running afresh. */
  readonly lost: number;
  readonly lostToFresh: number;
};

/** @param iterations moves tried per search; the fresh grid gets four times as many */
export function repaired(seed: number, iterations: number): Repaired {
  const problem = { ...problemOf(camp(CAMP, seed), "full"), weights: WEIGHTS };
  const before = solve(problem, seed, 4 * iterations);
  const published = before.placements.map((it) => ({ ...it, fixed: it.slot === 0 }));
  const late = published.filter((it) => it.slot === 2)[seed % 8]!.session;
  const sessions = problem.sessions.map((it, s) => (s === late ? { ...it, forbidden: [1, 2] } : it));
  const after = { ...problem, sessions, published };
  const again = repair(after, seed, iterations);
  const fresh = solve({ ...after, published: published.filter((it) => it.fixed) }, seed, 4 * iterations);
  const less = (than: number) => (100 * (than - again.measures.served)) / than;
  return {
    moved: movesBetween(published, again.placements).filter(({ from, to }) => to?.slot !== from.slot).length,
    lost: less(before.measures.served),
    lostToFresh: less(fresh.measures.served),
  };
}
