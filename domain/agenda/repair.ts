/**
 * The smallest repair when the day changes: a search from the published grid, at low heat, with the price of every
 * move counted in. What is running, over or pinned stays.
 */
import { anneal } from "#domain/agenda/anneal.ts";
import { fewMoves } from "#domain/agenda/few-moves.ts";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile, type Model } from "#domain/agenda/model.ts";
import type { Grid, Placement, Problem } from "#domain/agenda/problem.ts";
import { random } from "#domain/agenda/random.ts";
import { roomPricer } from "#domain/agenda/rooms.ts";
import type { Solution } from "#domain/agenda/solution.ts";
import { firstHeat, gridOf, solutionOf } from "#domain/agenda/solve.ts";
import { covers, reckoner } from "#domain/agenda/terms.ts";

/** A published grid is left alone unless a move is worth it, so the search begins nearly cold. */
const COOL = 6;
/** One session in so many may move that need not. */
const ONE_IN = 10;
/** Grids that are followed at every number of moves, and how many tried moves count as one of them. */
const WIDEST = 40;
const A_GRID = 2_500;
/** Searches, each with moves dearer than the last, in halves of their price. */
const DEARER = [2, 3, 4, 6, 9, 14];

/**
 * Solves again from what was published. At most a tenth of the sessions move beyond those that have to, however
 * much more moves would win.
 *
 * @param iterations moves tried, shared among a handful of searches
 * @returns a grid that keeps every hard rule and is no worse, stability counted, than keeping what can be kept
 */
export function repair(problem: Problem, seed: number, iterations: number): Solution {
  const kept = searchFrom(problem, seed, 0);
  const most = mostMoves(problem);
  const reckon = reckoner(problem);
  const { weights } = problem;
  let best: Grid = kept;
  for (const [i, halves] of DEARER.entries()) {
    const moved = Math.ceil((weights.moved * halves) / 2);
    const movedStar = Math.ceil((weights.movedStar * halves) / 2);
    const dearer = { ...problem, weights: { ...weights, moved, movedStar } };
    const grid = searchFrom(dearer, seed + i, Math.ceil(iterations / DEARER.length));
    if (movesOf(problem, grid) <= most && reckon(grid).score > reckon(best).score) best = grid;
  }
  for (const grid of nearGrids(problem, iterations)) if (reckon(grid).score > reckon(best).score) best = grid;
  return solutionOf(problem, best);
}

/** The most sessions that may be in another slot than before: those that have to, and a tenth of all. */
const mostMoves = (problem: Problem): number =>
  movesOf(problem, searchFrom(problem, 1, 0)) + Math.floor(problem.sessions.length / ONE_IN);

/** The best grids within that limit, one for every number of moves. */
export const nearGrids = (problem: Problem, iterations: number): Grid[] =>
  fewMoves(problem, mostMoves(problem), Math.max(2, Math.min(WIDEST, Math.round(iterations / A_GRID))));

/** One search from what was published, nearly cold. */
function searchFrom(problem: Problem, seed: number, iterations: number): Placement[] {
  const model = compile(problem);
  const dice = random(seed);
  const state = greedy(model, dice, problem.published);
  anneal(state, Math.round(firstHeat(model) / COOL), iterations, dice);
  return gridOf(state);
}

/** Sessions in another slot than before, or in none. */
export function movesOf({ published }: Problem, grid: Grid): number {
  return movesBetween(published, grid).filter(({ from: was, to }) => to?.slot !== was.slot).length;
}

/**
 * Rooms exchanged inside their slots and nothing else. Long sessions keep their room, and a slot in which somebody
 * fits nowhere is left as it is.
 */
export function rematch(problem: Problem, grid: Grid): Solution {
  const model = compile(problem);
  const pricer = roomPricer(model);
  const held = new Int32Array(model.units).fill(-1);
  for (const it of grid) if (problem.sessions[it.session]!.length === 2) held[unitOf(model, it)] = it.room;
  const after = grid.map((it) => ({ ...it }));
  problem.slots.forEach((_, t) => {
    const here = grid.flatMap((it, i) => (covers(problem, it, t) ? [i] : []));
    const members = here.map((i) => unitOf(model, grid[i]!));
    const rooms = pricer.match(t, members, members.length, held);
    if (members.some((_, k) => rooms[k]! < 0)) return;
    for (const [k, i] of here.entries()) after[i]!.room = rooms[k]!;
  });
  return solutionOf(problem, after);
}

const unitOf = (model: Model, it: Placement): number => model.unitsOf[it.session]![it.copy]!;

export type Move = { readonly from: Placement; readonly to: Placement | null };

/** The placements of one grid that are elsewhere, or nowhere, in another; a change of room alone counts too. */
export function movesBetween(before: Grid, after: Grid): Move[] {
  return before.flatMap((from): Move[] => {
    const to = after.find((it) => it.session === from.session && it.copy === from.copy) ?? null;
    return to !== null && to.slot === from.slot && to.room === from.room ? [] : [{ from, to }];
  });
}
