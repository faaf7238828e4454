/**
 * The last step of a proof: every column near enough the best to be part of a better grid, and the choice among them.
 * What a column stays below the bound is its loss, and the losses of a grid add up to what it stays below the bound.
 */
import type { Column, Valuer } from "#domain/agenda/columns.ts";
import { ANY_NUMBER, coverExactly, type Option, type Puzzle } from "#domain/agenda/exact-cover.ts";
import { familiesOf, pricesOf } from "#domain/agenda/families.ts";
import type { Relaxed } from "#domain/agenda/generate.ts";
import type { Effort, Layout } from "#domain/agenda/master.ts";
import { type Near, nearColumns } from "#domain/agenda/near.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import type { Found } from "#domain/agenda/pricing.ts";
import { FINE } from "#domain/agenda/relax.ts";

/** Beyond so many columns only those are kept that are known already. */
const MOST_COLUMNS = 250_000;
/** Parts of the loss in question that are tried one after the other: a grid found early makes the rest small. */
const PARTS = [0.25, 0.5, 0.75, 1];

export type Settled = {
  readonly bound: number;
  /** Slot by slot, or null when there is none. */
  readonly columns: readonly Column[] | null;
};

/**
 * Looks for a better choice of columns than `score` points.
 *
 * @returns the bound in points, the relaxed one if there were too many columns or too little time
 */
export function settleIt(
  cut: Pieces,
  master: Layout,
  value: Valuer,
  effort: Effort,
  relaxed: Relaxed,
  score: number,
  step: number,
): Settled {
  const whole = Math.round(relaxed.bound * FINE);
  const bounded = (loss: number) => Math.max(score, Math.floor((whole - loss) / FINE / step) * step);
  const gap = whole - (score + step) * FINE;
  if (gap < 0) return { bound: score, columns: null };

  let bound = bounded(0);
  let near = relaxed.near;
  let tried = -1;
  while (tried < gap) {
    const most = Math.min(gap, ...near.map(({ margin }) => margin));
    if (most <= tried) break;
    const columns = near.flatMap((it) => it.columns);
    const puzzle = puzzleOf(cut, master, relaxed, columns, effort.goOn);
    for (const part of PARTS) {
      const limit = Math.floor(most * part);
      if (limit <= tried) continue;
      const { done, chosen } = coverExactly(puzzle, limit);
      const found = chosen?.flatMap((i) => columns[i] ?? []) ?? null;
      if (found !== null) {
        const reached = found.reduce((sum, column) => sum + column.value, 0);
        return { bound: done ? reached : bound, columns: found };
      }
      if (!done) return { bound, columns: null };
      // No grid loses so little.
      tried = limit;
      bound = bounded(limit + 1);
    }
    if (tried < gap) near = wider(cut, master, value, effort, relaxed, gap);
    if (!near.every(({ done }) => done)) break;
  }
  return { bound, columns: null };
}

/** Searches again, for all columns that lose up to `margin` fine points. */
function wider(
  cut: Pieces,
  master: Layout,
  value: Valuer,
  effort: Effort,
  { duals, weights, profits }: Relaxed,
  margin: number,
): Near[] {
  const families = familiesOf(cut);
  const most = Math.floor(MOST_COLUMNS / families.length);
  return families.map((family, i) => {
    const prices = pricesOf(cut, master, family, duals);
    const tops = profits.slice();
    return nearColumns(cut, family, prices, weights[i]!, value, tops, margin, most, effort.goOn);
  });
}

/**
 * Items are the units, and for every long one and every slot it may begin in: either that slot holds no first half, or
 * the next one its second.
 */
function puzzleOf(
  cut: Pieces,
  master: Layout,
  { duals, profits }: Relaxed,
  columns: readonly Found[],
  goOn: () => boolean,
): Puzzle {
  const { units: U } = cut.model;
  const joints = master.joints.flat();
  const itemOf = new Map(joints.map((row, i) => [row, U + i]));
  const options = columns.map((column): Option => {
    const { rows, values } = master.variable(column);
    const items: number[] = [];
    const begun = new Set<number>();
    rows.forEach((row, at) => {
      if (row < U) items.push(row);
      const item = itemOf.get(row);
      if (item === undefined) return;
      if (values[at]! > 0) begun.add(row);
      else items.push(item);
    });
    for (const row of master.joints[column.kind]!) if (!begun.has(row)) items.push(itemOf.get(row)!);
    return { kind: column.kind, items, loss: profits[column.kind]! - column.profit };
  });
  const { handsRow, hands, rows } = master;
  if (handsRow >= 0)
    for (let u = 0; u < U; u++) options.push({ kind: ANY_NUMBER, items: [u], loss: duals[u]! });
  const spare = handsRow < 0 ? 0 : rows[handsRow]!.upper - rows[handsRow]!.lower;
  return {
    items: U + joints.length,
    counts: cut.kinds.map(({ slots }) => slots.length),
    options,
    goOn,
    /** Leaving out fewer hands than may be left out is dear by the price of that row; leaving out more may not be. */
    beside(chosen: readonly number[]): number | null {
      if (handsRow < 0) return 0;
      const out = chosen.reduce((sum, i) => sum + (i < columns.length ? 0 : hands[i - columns.length]!), 0);
      return out > spare ? null : -duals[handsRow]! * (spare - out);
    },
  };
}
