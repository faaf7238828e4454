/** Column generation: prices from the linear programme, columns from the pricing search, until none is missing. */
import { climb } from "#domain/planner/climb.ts";
import type { Column, Pool, Valuer } from "#domain/planner/columns.ts";
import { type Effort, type Layout, roundDual } from "#domain/planner/master.ts";
import type { Pieces } from "#domain/planner/pieces.ts";
import { type Found, price } from "#domain/planner/pricing.ts";
import { random } from "#domain/planner/random.ts";
import { FINE, tune } from "#domain/planner/relax.ts";

export type Relaxed = {
  /** Points; a true upper bound. */
  readonly bound: number;
  /** The prices that gave it, in fine points per row, and per kind the weights and the most a column can profit. */
  readonly duals: Float64Array;
  readonly weights: readonly Float64Array[];
  readonly profits: Float64Array;
  /** False when it was told to stop. */
  readonly finished: boolean;
};

/** The best few of one pricing search, so that the programme grows slowly. */
const TAKEN = 12;
/** Known columns the climbing begins from. */
const STARTS = 6;
/** Part of the best prices so far mixed into the next ones, against their swinging (Wentges 1997). */
const SMOOTH = 0.6;

/** What a piece costs in a slot of this kind, under these prices. */
export function pricesOf(cut: Pieces, master: Layout, kind: number, duals: Float64Array): Float64Array {
  const prices = new Float64Array(cut.pieces.length);
  for (const piece of cut.kinds[kind]!.candidates) {
    const { rows, values } = master.variable({ kind, pieces: [piece], value: 0 });
    let sum = 0;
    for (let i = 1; i < rows.length; i++) sum += duals[rows[i]!]! * values[i]!;
    prices[piece] = sum;
  }
  return prices;
}

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
 * @param enough told every better bound, in points; true when nothing lower is needed
 */
export function generate(
  cut: Pieces,
  master: Layout,
  columns: Pool,
  value: Valuer,
  effort: Effort,
  enough: (points: number) => boolean,
): Relaxed | null {
  const program = effort.solver.linear(master.rows);
  program.add(master.escapes);
  program.add(columns.columns.map(master.variable));
  const weights = cut.kinds.map(() =>
    new Float64Array(cut.model.people).fill(cut.model.problem.weights.served * FINE),
  );
  let best: Relaxed | null = null;
  let smooth = SMOOTH;
  const dice = random(1);

  /** Columns that would better the programme at these prices, found without searching everything. */
  function climbed(duals: Float64Array): number {
    let added = 0;
    for (const kind of cut.kinds.keys()) {
      const prices = pricesOf(cut, master, kind, duals);
      const floor = duals[master.kindRow(kind)]! + FINE;
      const starts = bestKnown(columns, kind, prices, STARTS);
      for (const { pieces, value: points } of climb(cut, kind, prices, starts, floor, value, dice).slice(
        0,
        TAKEN,
      )) {
        const column = { kind, pieces, value: points };
        if (!columns.add(column)) continue;
        program.add([master.variable(column)]);
        added++;
      }
    }
    return added;
  }

  try {
    while (effort.goOn()) {
      const { objective, duals: raw } = program.solve();
      const exact = Float64Array.from(raw, (dual, row) => roundDual(master.rows[row]!, dual, FINE));
      if (climbed(exact) > 0) continue;
      const centre: Float64Array = best?.duals ?? exact;
      const duals = exact.map((dual, row) => Math.round(smooth * centre[row]! + (1 - smooth) * dual));
      const profits = new Float64Array(cut.kinds.length);
      let bound = fixedPart(master, duals);
      let complete = true;
      let added = 0;
      for (const [kind, { slots }] of cut.kinds.entries()) {
        const prices = pricesOf(cut, master, kind, duals);
        const roof = tune(cut, kind, prices, weights[kind]!, best === null ? 150 : 40);
        const [top] = bestKnown(columns, kind, prices, 1);
        const known = top === undefined ? Number.NEGATIVE_INFINITY : profitOf(top, prices);
        const found = searchKind(cut, kind, prices, weights[kind]!, value, known, effort.goOn);
        profits[kind] = found.done ? found.most : roof;
        complete &&= found.done;
        bound += slots.length * profits[kind]!;
        for (const { pieces, value: points } of found.columns) {
          const column = { kind, pieces, value: points };
          if (!columns.add(column)) continue;
          program.add([master.variable(column)]);
          added++;
        }
      }
      if (best === null || bound / FINE < best.bound) {
        best = {
          bound: bound / FINE,
          duals,
          weights: weights.map((w) => w.slice()),
          profits,
          finished: false,
        };
      }
      if (!complete) return best;
      // The programme and the bound meet, or the grid is proven: nothing more to learn here.
      if (best.bound - objective < 1 || enough(best.bound)) return { ...best, finished: true };
      if (added === 0) {
        if (smooth === 0) return { ...best, finished: true };
        smooth = 0;
      } else smooth = SMOOTH;
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

type Searched = { readonly columns: readonly Found[]; readonly most: number; readonly done: boolean };

function searchKind(
  cut: Pieces,
  kind: number,
  prices: Float64Array,
  weight: Float64Array,
  value: Valuer,
  known: number,
  goOn: () => boolean,
): Searched {
  const columns: Found[] = [];
  let most = known;
  const done = price(cut, kind, prices, weight, value, {
    floor: known,
    goOn,
    found(column) {
      most = column.profit;
      columns.push(column);
      if (columns.length > TAKEN) columns.shift();
      return most;
    },
  });
  return { columns, most, done };
}
