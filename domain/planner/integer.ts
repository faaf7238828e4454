/**
 * The last step of a proof: every column near enough the best to be part of a better grid, and the choice among them.
 * What a column stays below the bound is its loss, and the losses of a grid add up to what it stays below the bound.
 */
import type { Column, Valuer } from "#domain/planner/columns.ts";
import { ANY_NUMBER, coverExactly, type Option } from "#domain/planner/exact-cover.ts";
import { pricesOf, type Relaxed } from "#domain/planner/generate.ts";
import type { Effort, Layout } from "#domain/planner/master.ts";
import type { Pieces } from "#domain/planner/pieces.ts";
import { price } from "#domain/planner/pricing.ts";
import { FINE } from "#domain/planner/relax.ts";

/** Beyond so many columns a smaller loss is tried first: it betters the bound though it may not prove anything. */
const MOST_COLUMNS = 250_000;
/** Parts of the loss in question that are tried one after the other: a grid found early makes the rest small. */
const PARTS = [0.25, 0.5, 0.75, 1];

export type Settled = {
  readonly bound: number;
  /** Slot by slot, or null when there is none. */
  readonly columns: readonly Column[] | null;
};

type Near = { readonly columns: readonly Column[]; readonly losses: readonly number[] };

/**
 * Looks for a better choice of columns than `score` points.
 *
 * @returns null when there were too many columns or too little time: the relaxed bound then stands
 */
export function settleIt(
  cut: Pieces,
  master: Layout,
  value: Valuer,
  effort: Effort,
  relaxed: Relaxed,
  score: number,
  step: number,
): Settled | null {
  const whole = Math.round(relaxed.bound * FINE);
  const gap = whole - (score + step) * FINE;
  if (gap < 0) return { bound: score, columns: null };
  let settled: Settled | null = null;
  let most = gap;
  let near = nearColumns(cut, master, value, effort, relaxed, most);
  while (near === null && effort.goOn()) {
    most = Math.floor(most * 0.7);
    near = nearColumns(cut, master, value, effort, relaxed, most);
  }
  if (near === null) return null;
  const { columns, losses } = near;
  const puzzle = puzzleOf(cut, master, relaxed, columns, losses);
  for (const part of PARTS) {
    const limit = Math.floor(most * part);
    const { done, chosen } = coverExactly({ ...puzzle, goOn: effort.goOn }, limit);
    const found = chosen?.flatMap((i) => columns[i] ?? []);
    const reached = found?.reduce((sum, column) => sum + column.value, 0);
    if (done && reached !== undefined) return { bound: reached, columns: found! };
    // No grid loses so little.
    if (done)
      settled = {
        bound: Math.max(score, Math.floor((whole - limit - 1) / FINE / step) * step),
        columns: null,
      };
    else if (reached !== undefined)
      return { bound: settled?.bound ?? Math.floor(relaxed.bound / step) * step, columns: found! };
    else return settled;
  }
  return settled;
}

/** All columns that lose no more than `most` fine points; null when there are too many, or when told to stop. */
function nearColumns(
  cut: Pieces,
  master: Layout,
  value: Valuer,
  effort: Effort,
  relaxed: Relaxed,
  most: number,
): Near | null {
  const columns: Column[] = [];
  const losses: number[] = [];
  for (const kind of cut.kinds.keys()) {
    const roof = relaxed.profits[kind]!;
    const done = price(cut, kind, pricesOf(cut, master, kind, relaxed.duals), relaxed.weights[kind]!, value, {
      floor: roof - most - 1,
      goOn: () => columns.length < MOST_COLUMNS && effort.goOn(),
      found({ pieces, value: points, profit }, floor) {
        columns.push({ kind, pieces, value: points });
        losses.push(roof - profit);
        return floor;
      },
    });
    if (!done || columns.length >= MOST_COLUMNS) return null;
  }
  return { columns, losses };
}

/**
 * Items are the units, and for every long one and every slot it may begin in: either that slot holds no first half, or
 * the next one its second.
 */
function puzzleOf(
  cut: Pieces,
  master: Layout,
  { duals }: Relaxed,
  columns: readonly Column[],
  losses: readonly number[],
) {
  const { units: U } = cut.model;
  const joints = master.joints.flat();
  const itemOf = new Map(joints.map((row, i) => [row, U + i]));
  const options = columns.map((column, i): Option => {
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
    return { kind: column.kind, items, loss: losses[i]! };
  });
  const { handsRow, hands, rows } = master;
  if (handsRow >= 0)
    for (let u = 0; u < U; u++) options.push({ kind: ANY_NUMBER, items: [u], loss: duals[u]! });
  const spare = handsRow < 0 ? 0 : rows[handsRow]!.upper - rows[handsRow]!.lower;
  return {
    items: U + joints.length,
    counts: cut.kinds.map(({ slots }) => slots.length),
    options,
    /** Leaving out fewer hands than may be left out is dear by the price of that row; leaving out more may not be. */
    beside(chosen: readonly number[]): number | null {
      if (handsRow < 0) return 0;
      const out = chosen.reduce((sum, i) => sum + (i < columns.length ? 0 : hands[i - columns.length]!), 0);
      return out > spare ? null : -duals[handsRow]! * (spare - out);
    },
  };
}
