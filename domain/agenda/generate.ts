/** Column generation: prices from the linear programme, columns from the pricing search, until none is missing. */
import { climb } from "#domain/agenda/climb.ts";
import type { Column, Pool, Valuer } from "#domain/agenda/columns.ts";
import { familiesOf, familyOf, pricesOf } from "#domain/agenda/families.ts";
import { lower, type Searched } from "#domain/agenda/lower.ts";
import { type Effort, type Layout, roundDual } from "#domain/agenda/master.ts";
import { type Near, nearColumns } from "#domain/agenda/near.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { random } from "#domain/agenda/random.ts";
import { FINE, tune } from "#domain/agenda/relax.ts";

export type Relaxed = {
  /** Points; a true upper bound. */
  readonly bound: number;
  /** The prices that gave it, in fine points per row, and by kind the most a column can profit. */
  readonly duals: Float64Array;
  readonly profits: Float64Array;
  /** By family: weights on people, and the columns near the best. */
  readonly weights: readonly Float64Array[];
  readonly near: readonly Near[];
  /** False when it was told to stop. */
  readonly finished: boolean;
};

/** The best few of one search, so that the programme grows slowly: of climbing, and of the search that misses none. */
const CLIMBED = 12;
const TAKEN = 60;
/** Known columns the climbing begins from. */
const STARTS = 6;
/** Columns are kept that lose no more than the grid to beat, but not beyond so many people, and so many in all. */
const MOST_MARGIN = 6;
const MOST_NEAR = 120_000;
/** With more pieces than these, bounds are lowered step by step: there may be no time to find the best column. */
const LARGE = 60;
/** The programme counts as solved when the bound is above it by no more than this part of what is above the grid. */
const NEAR_ENOUGH = 1 / 25;

/** The part of the bound that does not depend on what the columns are. */
export function fixedPart(master: Layout, duals: Float64Array): number {
  let sum = 0;
  master.rows.forEach(({ lower, upper }, row) => {
    const dual = duals[row]!;
    if (row >= master.kindRow(0) && row < master.kindRow(0) + master.kinds) return;
    sum += dual >= 0 ? dual * upper : dual * lower;
  });
  return sum;
}

/**
 * Bounds the programme; null when stopped before any bound was found.
 *
 * @param score points of the grid to beat
 * @param enough told every better bound, in points; true when nothing lower is needed
 */
export function generate(
  cut: Pieces,
  master: Layout,
  columns: Pool,
  value: Valuer,
  effort: Effort,
  score: number,
  enough: (points: number) => boolean,
): Relaxed | null {
  const { served } = cut.model.problem.weights;
  const program = effort.solver.linear(master.rows);
  program.add(master.escapes);
  program.add(columns.columns.map(master.variable));
  const families = familiesOf(cut);
  const weights = families.map(() => new Float64Array(cut.model.people).fill(served * FINE));
  let best = null as Relaxed | null;
  const dice = random(1);

  function add(found: readonly Column[]): number {
    const fresh = found.filter(columns.add);
    program.add(fresh.map(master.variable));
    return fresh.length;
  }

  /** Columns that would better the programme at these prices, found without searching everything. */
  function climbed(duals: Float64Array): number {
    let added = 0;
    for (const kind of cut.kinds.keys()) {
      const prices = pricesOf(cut, master, familyOf(cut, [kind]), duals);
      const floor = duals[master.kindRow(kind)]! + FINE;
      const starts = bestKnown(columns, kind, prices, STARTS);
      added += add(climb(cut, kind, prices, starts, floor, value, dice).slice(0, CLIMBED));
    }
    return added;
  }

  /** Families at these prices, with the most a column of each can profit. */
  function priced(duals: Float64Array): Searched[] {
    return families.map((family, i) => {
      const prices = pricesOf(cut, master, family, duals);
      const roof = tune(cut, family, prices, weights[i]!, best === null ? 150 : 40);
      return { family, prices, weight: weights[i]!, roof };
    });
  }

  /** By kind, what the best known column profits. */
  function known(searched: readonly Searched[]): Float64Array {
    const profits = new Float64Array(cut.kinds.length).fill(Number.NEGATIVE_INFINITY);
    for (const { family, prices } of searched)
      for (const kind of family.kinds) {
        const [top] = bestKnown(columns, kind, prices, 1);
        if (top !== undefined) profits[kind] = profitOf(top, prices);
      }
    return profits;
  }

  /** Keeps what is known now, if it is a better bound. */
  function keep(duals: Float64Array, profits: Float64Array, near: readonly Near[]): void {
    let bound = fixedPart(master, duals);
    for (const [kind, { slots }] of cut.kinds.entries()) bound += slots.length * profits[kind]!;
    if (best !== null && bound / FINE >= best.bound) return;
    const kept = weights.map((weight) => weight.slice());
    best = { bound: bound / FINE, duals, weights: kept, profits: profits.slice(), near, finished: false };
  }

  try {
    while (effort.goOn()) {
      const { objective, duals: raw } = program.solve();
      const duals = Float64Array.from(raw, (dual, row) => roundDual(master.rows[row]!, dual, FINE));
      if (climbed(duals) > 0) continue;
      const above = Math.max(0, objective - score);
      const margin = Math.ceil(Math.min(above * (1 + NEAR_ENOUGH), MOST_MARGIN * served)) * FINE;
      const searched = priced(duals);
      const profits = known(searched);
      if (cut.pieces.length > LARGE) {
        let proven = false;
        const better = lower(cut, searched, value, profits, effort.goOn, (most) => {
          keep(duals, most, []);
          proven = enough(best!.bound);
          return proven;
        });
        if (proven || !effort.goOn()) return best;
        if (add(better) > 0) continue;
      }
      const near = searched.map((it) => {
        const { family, prices, weight, roof } = it;
        const found = nearColumns(
          cut,
          family,
          prices,
          weight,
          value,
          profits,
          margin,
          Math.floor(MOST_NEAR / families.length),
          effort.goOn,
        );
        if (!found.done) for (const kind of family.kinds) profits[kind] = roof;
        return found;
      });
      keep(duals, profits, near);
      if (best === null || !near.every(({ done }) => done)) return best;
      // The programme and the bound meet, or the grid is proven: nothing more to learn here.
      if (best.bound - objective < Math.max(1, above * NEAR_ENOUGH) || enough(best.bound))
        return { ...best, finished: true };
      let added = 0;
      for (const kind of cut.kinds.keys()) {
        const row = master.kindRow(kind);
        const missing = near
          .flatMap((it) => it.columns)
          .filter((it) => it.kind === kind && it.profit > Math.min(duals[row]!, profits[kind]! - 1));
        added += add(missing.sort((a, b) => b.profit - a.profit).slice(0, TAKEN));
      }
      if (added === 0) return { ...best, finished: true };
    }
    return best;
  } finally {
    program.dispose();
  }
}

function profitOf(column: Column, prices: Float64Array): number {
  let profit = column.value * FINE;
  for (const piece of column.pieces) profit -= prices[piece]!;
  return profit;
}

function bestKnown({ columns }: Pool, kind: number, prices: Float64Array, count: number): Column[] {
  return columns
    .filter((column) => column.kind === kind)
    .map((column) => ({ column, profit: profitOf(column, prices) }))
    .sort((a, b) => b.profit - a.profit)
    .slice(0, count)
    .map(({ column }) => column);
}
