/** A day that moves: a published grid, its first slot running, and a host who can only come late. */
import { CAMP, camp } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { WEIGHTS } from "#domain/agenda/problem.ts";
import { movesOf, repair } from "#domain/agenda/repair.ts";
import { second } from "#domain/agenda/second.ts";
import { solve } from "#domain/agenda/solve.ts";

export type Repaired = {
  /** Sessions in another slot than before, the one that has to move among them. */
  readonly moved: number;
  /** Wishes lost in percent, against the published grid and against solving everything but the running afresh. */
  readonly lost: number;
  readonly lostToFresh: number;
  /** The same of the second suggestion, or of the first where there is none. */
  readonly second: { readonly moved: number; readonly lost: number };
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
  const bolder = second(after, again, iterations)?.solution ?? again;
  const less = (than: number) => (100 * (than - again.measures.served)) / than;
  return {
    moved: movesOf(after, again.placements),
    lost: less(before.measures.served),
    lostToFresh: less(fresh.measures.served),
    second: {
      moved: movesOf(after, bolder.placements),
      lost: (100 * (before.measures.served - bolder.measures.served)) / before.measures.served,
    },
  };
}
