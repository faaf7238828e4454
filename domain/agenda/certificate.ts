/**
 * How far a grid is from the best there can be. The bound is the linear set-partitioning programme over slot
 * contents, solved by column generation (Barnhart and others 1998); the proof is the integer programme over the
 * columns that could still be part of something better. Bounds are added up in whole numbers from rounded prices, so
 * the accuracy of the solver does not matter.
 *
 * It speaks of people served less people without a seat, under the hard rules, leaving out no more hands than the
 * grid does. Fairness and the smaller terms are choices and not in it.
 */
import { type Column, pool, valuer } from "#domain/agenda/columns.ts";
import { generate } from "#domain/agenda/generate.ts";
import { settleIt } from "#domain/agenda/integer.ts";
import { layBack } from "#domain/agenda/lay-back.ts";
import { type Effort, layout } from "#domain/agenda/master.ts";
import { cut, type Pieces } from "#domain/agenda/pieces.ts";
import type { Grid, Problem } from "#domain/agenda/problem.ts";
import type { Certificate } from "#domain/agenda/solution.ts";
import { reckon } from "#domain/agenda/terms.ts";

/** A grid's points by the certificate's measure. */
export function certifiedScore(problem: Problem, grid: Grid): number {
  const { terms } = reckon(problem, grid);
  return terms.served + terms.seats;
}

/** The bound that needs no work: everybody always has somewhere to go. */
export function trivialBound(problem: Problem, grid: Grid): number {
  return problem.weights.served * reckon(problem, grid).measures.wishes;
}

/**
 * Bounds every grid of a problem from above, and proves this one best if it is. The grid should keep the hard rules.
 */
export function certify(problem: Problem, grid: Grid, effort: Effort): Certificate {
  const { leftOut } = reckon(problem, grid).terms;
  const handsLeft = problem.weights.leftOut === 0 ? 0 : -leftOut / problem.weights.leftOut;
  const pieces = cut(problem, handsLeft === 0);
  const master = layout(pieces, handsLeft);
  const value = valuer(pieces);
  const columns = pool();
  for (const hint of [grid, ...(effort.hints ?? [])])
    for (const column of columnsOf(pieces, hint, value)) columns.add(column);

  const score = certifiedScore(problem, grid);
  const start: Certificate = { score, bound: trivialBound(problem, grid), proven: false, better: null };
  const step = problem.weights.seats === 0 ? problem.weights.served : 1;
  const report = (bound: number): Certificate => {
    // Without seats every score is whole people, so a bound may be rounded down to one.
    const whole = Math.min(start.bound, Math.floor(bound / step) * step);
    return { ...start, bound: Math.max(score, whole), proven: whole <= score };
  };
  if (start.bound <= score) return { ...start, proven: true };
  const relaxed = generate(pieces, master, columns, value, effort, score, (bound) => {
    const now = report(bound);
    effort.onBound?.(now);
    return now.proven;
  });
  if (relaxed === null) return start;
  const first = report(relaxed.bound);
  if (first.proven || !relaxed.finished) return first;
  const settled = settleIt(pieces, master, value, effort, relaxed, score, step);
  const found = settled.columns && layBack(problem, pieces, settled.columns, grid);
  const best = found === null ? score : certifiedScore(problem, found);
  const bound = Math.max(best, settled.bound);
  return { score: Math.max(score, best), bound, proven: bound <= best, better: best > score ? found : null };
}

/** The slots of a grid as columns; those that break a rule the pieces do not allow are passed over. */
function columnsOf(pieces: Pieces, grid: Grid, value: ReturnType<typeof valuer>): Column[] {
  const { model } = pieces;
  return pieces.kinds.flatMap(({ slots, candidates }, kind) =>
    slots.flatMap((t): Column[] => {
      const list = pieces.pieces.flatMap(({ unit, half }, i) => {
        const it = grid.find((at) => at.session === model.session[unit] && at.copy === model.copy[unit]);
        return it !== undefined && it.slot + half === t ? [i] : [];
      });
      if (!list.every((piece) => candidates.includes(piece))) return [];
      const points = value(kind, list);
      return points === null ? [] : [{ kind, pieces: list, value: points }];
    }),
  );
}
