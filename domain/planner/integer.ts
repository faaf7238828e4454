/**
 * The last step of a proof: the integer programme over every column near enough the best to be part of a better grid.
 * A grid made of other columns cannot reach what is already there.
 */
import type { Column, Valuer } from "#domain/planner/columns.ts";
import { pricesOf, type Relaxed } from "#domain/planner/generate.ts";
import type { Effort, Layout } from "#domain/planner/master.ts";
import type { Pieces } from "#domain/planner/pieces.ts";
import { price } from "#domain/planner/pricing.ts";
import { FINE } from "#domain/planner/relax.ts";

/** Beyond so many columns the programme would not be solved in the time people wait. */
const MOST_COLUMNS = 60_000;

export type Settled = {
  readonly bound: number;
  /** Slot by slot, or null when there is none. */
  readonly columns: readonly Column[] | null;
};

/** @returns null when there were too many columns or too little time: the relaxed bound then stands */
export function settleIt(
  cut: Pieces,
  master: Layout,
  value: Valuer,
  effort: Effort,
  relaxed: Relaxed,
  score: number,
  step: number,
): Settled | null {
  const slack = (relaxed.bound - score - step) * FINE;
  const columns: Column[] = [];
  for (const kind of cut.kinds.keys()) {
    const done = price(cut, kind, pricesOf(cut, master, kind, relaxed.duals), relaxed.weights[kind]!, value, {
      floor: relaxed.profits[kind]! - slack - FINE,
      goOn: () => columns.length < MOST_COLUMNS && effort.goOn(),
      found({ pieces, value: points }, floor) {
        columns.push({ kind, pieces, value: points });
        return floor;
      },
    });
    if (!done || columns.length >= MOST_COLUMNS) return null;
  }
  const answer = effort.solver.integer(
    master.rows,
    columns.map(master.variable),
    null,
    step * 0.9,
    effort.goOn,
  );
  if (answer.status === "infeasible") return { bound: score, columns: null };
  // Stopped before its first bound, the programme has nothing to say beyond the relaxed one.
  const stoppedAt = Number.isFinite(answer.bound) ? Math.min(relaxed.bound, answer.bound) : relaxed.bound;
  const bound = Math.max(score, Math.floor(stoppedAt / step + 1e-6) * step);
  const chosen = columns.flatMap((column, i) =>
    Array.from({ length: Math.round(answer.values[i] ?? 0) }, () => column),
  );
  const reached = chosen.reduce((sum, column) => sum + column.value, 0);
  const better = answer.values.length > 0 && reached > score;
  if (answer.status === "optimal")
    return { bound: Math.max(score, reached), columns: better ? chosen : null };
  return { bound, columns: better ? chosen : null };
}
