/**
 * The best grids a few moves away from the published one: a beam search (Lowerre 1976) over exchanges, level by level
 * of how many sessions have moved. Annealing does not find these: at the price of a move it would have to climb over
 * one exchange to reach the next.
 */
import { greedy } from "#domain/agenda/greedy.ts";
import { compile, type Model } from "#domain/agenda/model.ts";
import { pricerOf, REFUSED } from "#domain/agenda/price.ts";
import type { Placement, Problem } from "#domain/agenda/problem.ts";
import { random } from "#domain/agenda/random.ts";
import { gridOf } from "#domain/agenda/solve.ts";
import { emptyState, membersOf, put, type State, settle } from "#domain/agenda/state.ts";
import { total } from "#domain/agenda/total.ts";

type Point = {
  readonly begin: Int32Array;
  readonly held: Int32Array;
  readonly score: number;
  readonly rank: number;
};

/** An exchange that costs more people than this leads nowhere worth going. */
const FAR = 12;

/**
 * @param most sessions that may be in another slot than before
 * @param width grids that are followed at every number of moves
 * @returns for every number of moves at which one was found, the best grid, the price of moving not counted
 */
export function fewMoves(problem: Problem, most: number, width: number): Placement[][] {
  const free = { ...problem, weights: { ...problem.weights, moved: 0, movedStar: 0 } };
  const model = compile(free);
  const start = greedy(model, random(1), problem.published);
  const state = emptyState(model);
  const out = outside(model, start.begin);
  const levels = Array.from({ length: most + 1 }, () => new Map<string, Point>());
  const note = (begin: Int32Array, held: Int32Array, score: number) => {
    const level = levels[movesIn(model, begin)];
    if (level === undefined || outside(model, begin) > out) return;
    const key = begin.join();
    if (!level.has(key)) level.set(key, { begin, held, score, rank: score + refund(model, begin) });
  };
  note(start.begin.slice(), start.held.slice(), total(start));

  for (const level of levels) {
    const followed = new Set<Point>();
    while (followed.size < width) {
      const point = bestOf(level, followed);
      if (point === null) break;
      followed.add(point);
      load(state, point);
      expand(state, (begin, delta) => note(begin, point.held, point.score + delta));
    }
  }
  const real = emptyState(compile(problem));
  return levels.flatMap((level) => {
    const points = [...level.values()].sort((a, b) => b.score - a.score);
    const [best] = points;
    if (best === undefined) return [];
    return load(real, best) ? [gridOf(real)] : [];
  });
}

function bestOf(level: ReadonlyMap<string, Point>, followed: ReadonlySet<Point>): Point | null {
  let best: Point | null = null;
  for (const point of level.values())
    if (!followed.has(point) && (best === null || point.rank > best.rank)) best = point;
  return best;
}

/** All exchanges of two short units, and moves of one into an empty cell. */
function expand(state: State, found: (begin: Int32Array, delta: number) => void): void {
  const { model, begin } = state;
  const { slots: T, units, length, pins } = model;
  const floor = -FAR * model.problem.weights.served;
  const { swap } = pricerOf(state);
  const loose = (u: number) => length[u] === 1 && pins.slot[u]! < 0 && !pins.impossible[u];
  for (let s = 0; s < units; s++) {
    if (!loose(s)) continue;
    const t = begin[s]!;
    for (let u = 0; u < T; u++) {
      if (u === t) continue;
      for (const w of [-1, ...membersOf(state, u)]) {
        if (w >= 0 && (!loose(w) || (w < s && t < T))) continue;
        // Putting one of the pool in for another costs the other's hands until it has a place again.
        const delta = swap(s, w, u, t === T ? REFUSED : floor);
        if (delta === REFUSED) continue;
        const next = begin.slice();
        next[s] = u;
        if (w >= 0) next[w] = t;
        found(next, delta);
      }
    }
  }
}

function load(state: State, { begin, held }: Pick<Point, "begin" | "held">): boolean {
  const T = state.model.slots;
  for (let u = 0; u < begin.length; u++)
    if (state.begin[u] !== begin[u] || state.held[u] !== held[u]) put(state, u, T);
  for (let u = 0; u < begin.length; u++) if (state.begin[u] !== begin[u]) put(state, u, begin[u]!, held[u]!);
  return settle(
    state,
    Array.from({ length: T }, (_, t) => t),
  );
}

function movesIn({ before }: Model, begin: Int32Array): number {
  let moves = 0;
  for (let u = 0; u < begin.length; u++) if (before.slot[u]! >= 0 && before.slot[u] !== begin[u]) moves++;
  return moves;
}

const outside = ({ slots }: Model, begin: Int32Array): number => begin.filter((t) => t === slots).length;

/** What being left out costs: a grid with somebody left out is on its way to one without. */
function refund({ slots: T, points }: Model, begin: Int32Array): number {
  let sum = 0;
  for (let u = 0; u < begin.length; u++) if (begin[u] === T) sum -= points[u * (T + 1) + T]!;
  return sum;
}
