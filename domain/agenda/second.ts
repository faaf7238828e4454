/**
 * A second repair beside the first: where the price of moving forbids what would win people, it says what a few moves
 * more would bring. It answers to the same limit: a tenth of the sessions beyond those that have to move.
 */
import type { Grid, Problem } from "#domain/agenda/problem.ts";
import { movesOf, nearGrids } from "#domain/agenda/repair.ts";
import type { Solution } from "#domain/agenda/solution.ts";
import { solutionOf } from "#domain/agenda/solve.ts";
import { reckoner } from "#domain/agenda/terms.ts";

export type Second = {
  readonly solution: Solution;
  /** Sessions that move in time beyond those the first moves. */
  readonly moves: number;
  /** How much more often somebody has somewhere wanted to go. */
  readonly served: number;
};

/**
 * Looks for a grid that moves more than the first and is better but for that.
 *
 * @param iterations moves tried
 * @returns null when nothing was published, or nothing that serves more people was found within the limit
 */
export function second(problem: Problem, first: Solution, iterations: number): Second | null {
  if (problem.published.length === 0) return null;
  const reckon = reckoner(problem);
  const worth = (grid: Grid) => {
    const { terms, score } = reckon(grid);
    return score - terms.stability;
  };
  const base = movesOf(problem, first.placements);
  let best: Grid = first.placements;
  for (const grid of nearGrids(problem, iterations))
    if (movesOf(problem, grid) > base && worth(grid) > worth(best)) best = grid;
  const solution = solutionOf(problem, best);
  const served = solution.measures.served - first.measures.served;
  return served > 0 ? { solution, moves: movesOf(problem, best) - base, served } : null;
}
