/**
 * Finds the slot contents worth most at given prices, by branch and bound. Two bounds: served is a coverage
 * function, so what a piece adds only shrinks as others join (Nemhauser, Wolsey and Fisher 1978), and the
 * weighted one of `relax.ts`. Seats lost are only counted on a full column; leaving them out keeps it a bound.
 */
import type { Valuer } from "#domain/planner/columns.ts";
import { coverOf } from "#domain/planner/cover.ts";
import type { Pieces } from "#domain/planner/pieces.ts";
import { FINE } from "#domain/planner/relax.ts";
import { tailOf } from "#domain/planner/tail.ts";

export type Found = { readonly pieces: readonly number[]; readonly value: number; readonly profit: number };

export type Search = {
  /** Only columns with more profit than this (fine points) are of interest. */
  floor: number;
  /** Called for each of those; returns the floor from now on. */
  readonly found: (column: Found, floor: number) => number;
  readonly goOn: () => boolean;
};

const STEPS_A_TURN = 4096;

/**
 * Finds the columns; false if it was told to stop before it had seen everything.
 *
 * @param price fine points each piece costs
 * @param weight fine points per person, from `tune`
 */
export function price(
  cut: Pieces,
  kind: number,
  prices: Float64Array,
  weight: Float64Array,
  value: Valuer,
  search: Search,
): boolean {
  const { candidates, most, least } = cut.kinds[kind]!;
  const cover = coverOf(cut, kind, prices, weight);
  const { chosen, fresh, pull, barred } = cover;
  const lists = Array.from({ length: most + 1 }, () => new Int32Array(candidates.length));
  const keys = Array.from({ length: most + 1 }, () => new Float64Array(candidates.length));
  const tail = tailOf(cut, cover, least, search, offer);
  let steps = 0;
  let stopped = false;

  function offer(profit: number, more: readonly number[]): void {
    if (chosen.length + more.length < least || profit <= search.floor) return;
    const list = [...chosen, ...more].sort((a, b) => a - b);
    const points = value(kind, list);
    if (points === null) return;
    const exact = points * FINE - list.reduce((sum, piece) => sum + prices[piece]!, 0);
    if (exact > search.floor)
      search.floor = search.found({ pieces: list, value: points, profit: exact }, search.floor);
  }

  /** Extends what is chosen (worth `profit` before seats) by the first `count` pieces of lists[left]. */
  function extend(profit: number, left: number, count: number): void {
    if (stopped || (++steps % STEPS_A_TURN === 0 && !search.goOn())) {
      stopped = true;
      return;
    }
    offer(profit, []);
    const list = lists[left]!;
    const key = keys[left]!;
    sortByGain(list, key, pull, count);
    if (left <= 3) {
      tail.finish(profit, list, key, count, left);
      return;
    }
    const base = profit + cover.loose();
    if (bestOf(fresh, list, count, left) + profit <= search.floor) return;
    const must = Math.max(0, least - chosen.length);
    for (let i = 0; i < count; i++) {
      let bound = base;
      for (let k = 0; k < left && i + k < count; k++) {
        if (key[i + k]! <= 0 && k >= must) break;
        bound += key[i + k]!;
      }
      if (bound <= search.floor) return;
      const piece = list[i]!;
      const next = lists[left - 1]!;
      const gain = fresh[piece]!;
      cover.take(piece);
      let room = 0;
      for (let j = i + 1; j < count; j++) if (barred[list[j]!] === 0) next[room++] = list[j]!;
      extend(profit + gain, left - 1, room);
      cover.giveBack();
      if (stopped) return;
    }
  }

  lists[most]!.set(candidates);
  extend(0, most, candidates.length);
  return !stopped;
}

/** Insertion sort, most first: the lists are short and nearly sorted from the level above. */
function sortByGain(list: Int32Array, key: Float64Array, gains: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const piece = list[i]!;
    const gain = gains[piece]!;
    let j = i - 1;
    while (j >= 0 && key[j]! < gain) {
      key[j + 1] = key[j]!;
      list[j + 1] = list[j]!;
      j--;
    }
    key[j + 1] = gain;
    list[j + 1] = piece;
  }
}

function bestOf(gains: Float64Array, list: Int32Array, count: number, left: number): number {
  const top = new Float64Array(left).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < count; i++) {
    let gain = gains[list[i]!]!;
    for (let k = 0; k < left && gain > Number.NEGATIVE_INFINITY; k++)
      if (gain > top[k]!) {
        const smaller = top[k]!;
        top[k] = gain;
        gain = smaller;
      }
  }
  let sum = 0;
  for (const gain of top) if (gain > 0) sum += gain;
  return sum;
}
