/** A day that changes: a published grid, its first slot running, and a host who can only come late. */
import { CAMP, camp } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { plan } from "#domain/planner/plan.ts";
import { WEIGHTS } from "#domain/planner/problem.ts";
import { changes, replan } from "#domain/planner/repair.ts";

export type Repaired = {
  /** Sessions in another slot than before, the one that has to move among them. */
  readonly moved: number;
  /** Wishes lost in percent, against the published grid and against planning everything but the running afresh. */
  readonly lost: number;
  readonly lostToFresh: number;
};

/** @param iterations moves tried per search; the fresh plan gets four times as many */
export function repaired(seed: number, iterations: number): Repaired {
  const problem = { ...problemOf(camp(CAMP, seed), "full"), weights: WEIGHTS };
  const before = plan(problem, seed, 4 * iterations);
  const published = before.placements.map((it) => ({ ...it, fixed: it.slot === 0 }));
  const late = published.filter((it) => it.slot === 2)[seed % 8]!.session;
  const sessions = problem.sessions.map((it, s) => (s === late ? { ...it, forbidden: [1, 2] } : it));
  const after = { ...problem, sessions, published };
  const repair = replan(after, seed, iterations);
  const fresh = plan({ ...after, published: published.filter((it) => it.fixed) }, seed, 4 * iterations);
  const less = (than: number) => (100 * (than - repair.measures.served)) / than;
  return {
    moved: changes(published, repair.placements).filter(({ from, to }) => to?.slot !== from.slot).length,
    lost: less(before.measures.served),
    lostToFresh: less(fresh.measures.served),
  };
}
