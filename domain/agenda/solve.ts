/**
 * The planner: a problem, a seed and a number of iterations give a grid, by a greedy start and annealing. It knows no
 * clock. Whoever calls it decides how many iterations the moment allows; jobs/planner-thread.ts runs it in a thread.
 */
import { annealing } from "#domain/agenda/anneal.ts";
import { greedy } from "#domain/agenda/greedy.ts";
import { whyLeftOut } from "#domain/agenda/left-out.ts";
import { compile, type Model } from "#domain/agenda/model.ts";
import { finish } from "#domain/agenda/pauses.ts";
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import { random } from "#domain/agenda/random.ts";
import type { Solution } from "#domain/agenda/solution.ts";
import { membersOf, type State } from "#domain/agenda/state.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { warningsOf } from "#domain/agenda/warnings.ts";

/**
 * Looks for a good grid.
 *
 * @param seed any whole number; the same seed gives the same grid on every machine
 * @param iterations moves tried, about a million a second for forty sessions
 * @returns a grid that keeps every hard rule; what could not be placed is named in `leftOut`, never dropped
 * @throws RangeError when the problem names a person or session that does not exist
 */
export function solve(problem: Problem, seed: number, iterations: number): Solution {
  return solutionOf(problem, finish(solving(problem, seed, iterations)));
}

/** The grid of `solve` alone, with pauses. */
export function* solving(
  problem: Problem,
  seed: number,
  iterations: number,
): Generator<void, Placement[], void> {
  const model = compile(problem);
  yield;
  const dice = random(seed);
  const state = greedy(model, dice);
  yield;
  yield* annealing(state, firstHeat(model), iterations, dice);
  return gridOf(state);
}

/**
 * The first temperature in points: a share of the hands an average session has, since that is what a move can win or
 * lose.
 */
export function firstHeat(model: Model): number {
  const hands = model.fans.reduce((sum, fans) => sum + fans.length, 0);
  const mean = hands / Math.max(1, model.fans.length);
  return Math.max(500, Math.round(mean * 60));
}

/** The rooms of a state, matched slot by slot. Sorted by slot, then room. */
export function gridOf(state: State): Placement[] {
  const { model, begin, held } = state;
  const grid: Placement[] = [];
  for (let t = 0; t < model.slots; t++) {
    const members = membersOf(state, t);
    const rooms = state.pricer.match(t, members, members.length, held);
    members.forEach((unit, i) => {
      if (begin[unit] !== t) return;
      grid.push({ session: model.session[unit]!, copy: model.copy[unit]!, slot: t, room: rooms[i]! });
    });
  }
  return grid.sort((a, b) => a.slot - b.slot || a.room - b.room || a.session - b.session);
}

/** A grid with its price and what it could not meet. */
export function solutionOf(problem: Problem, grid: Grid): Solution {
  const { terms, score, measures } = reckon(problem, grid);
  return {
    placements: grid,
    leftOut: whyLeftOut(problem, grid),
    warnings: warningsOf(problem, grid),
    terms,
    score,
    measures,
  };
}
