/**
 * Finds the slot contents worth most at given prices, by branch and bound. Two bounds: served is a coverage
 * function, so what a piece adds only shrinks as others join (Nemhauser, Wolsey and Fisher 1978), and the
 * weighted one of `relax.ts`. Seats lost are only counted on a full column; leaving them out keeps it a bound.
 */
import type { Valuer } from "#domain/agenda/columns.ts";
import { coverOf } from "#domain/agenda/cover.ts";
import type { Family } from "#domain/agenda/families.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { FINE } from "#domain/agenda/relax.ts";
import { tailOf } from "#domain/agenda/tail.ts";
import { tightener } from "#domain/agenda/tighten.ts";

export type Found = {
  readonly kind: number;
  readonly pieces: readonly number[];
  readonly value: number;
  readonly profit: number;
};

export type Search = {
  /** By kind: only columns with more profit than this (fine points) are of interest. May rise while it searches. */
  readonly floors: Float64Array;
  readonly found: (column: Found) => void;
  readonly goOn: () => boolean;
};

const STEPS_A_TURN = 512;
/** Steps that improve the weights, by how many pieces are still to be added: the more, the larger what it may end. */
const ROUNDS = [0, 0, 0, 0, 3, 6, 8];
const MOST_ROUNDS = 12;

/**
 * Finds the columns; false if it was told to stop before it had seen everything.
 *
 * @param prices fine points each piece costs
 * @param weight fine points per person to begin with, from `tune`
 */
export function price(
  cut: Pieces,
  family: Family,
  prices: Float64Array,
  weight: Float64Array,
  value: Valuer,
  search: Search,
): boolean {
  const { candidates, most, least } = family;
  const { floors } = search;
  const cover = coverOf(cut, family, prices);
  const { chosen, fresh, barred } = cover;
  const { tighten, loose } = tightener(cut, prices, cover.covered);
  const lists = Array.from({ length: most + 1 }, () => new Int32Array(candidates.length));
  const keys = Array.from({ length: most + 1 }, () => new Float64Array(candidates.length));
  const weights = Array.from({ length: most + 2 }, () => weight.slice());
  const now = { floor: 0, alive: 0 };
  const tail = tailOf(cut, cover, least, now, offer);
  const kindsOf = new Int32Array(cut.pieces.length);
  family.kinds.forEach((kind, bit) => {
    for (const piece of cut.kinds[kind]!.candidates) kindsOf[piece]! |= 1 << bit;
  });
  let steps = 0;
  let stopped = false;

  /** The lowest floor of the kinds that may hold what is chosen. */
  function lowest(alive: number): number {
    let floor = Number.POSITIVE_INFINITY;
    for (let bit = 0; bit < family.kinds.length; bit++) {
      const kind = family.kinds[bit]!;
      if ((alive >> bit) & 1 && cut.kinds[kind]!.most >= chosen.length)
        floor = Math.min(floor, floors[kind]!);
    }
    return floor;
  }

  function offer(profit: number, more: readonly number[]): void {
    const size = chosen.length + more.length;
    let list: number[] | null = null;
    for (const [bit, kind] of family.kinds.entries()) {
      const it = cut.kinds[kind]!;
      if (size < it.least || size > it.most || profit <= floors[kind]!) continue;
      list ??= [...chosen, ...more].sort((a, b) => a - b);
      if (list.some((piece) => ((kindsOf[piece]! >> bit) & 1) === 0)) continue;
      const points = value(kind, list);
      if (points === null) continue;
      const exact = points * FINE - list.reduce((sum, piece) => sum + prices[piece]!, 0);
      if (exact > floors[kind]!) search.found({ kind, pieces: list, value: points, profit: exact });
    }
    now.floor = lowest(now.alive);
  }

  /** Extends what is chosen (worth `profit` before seats) by the first `count` pieces of lists[left]. */
  function extend(profit: number, left: number, count: number, alive: number): void {
    if (stopped || (++steps % STEPS_A_TURN === 0 && !search.goOn())) {
      stopped = true;
      return;
    }
    now.alive = alive;
    offer(profit, []);
    const list = lists[left]!;
    const key = keys[left]!;
    const must = Math.max(0, least - chosen.length);
    weights[left]!.set(weights[left + 1]!);
    const enough = now.floor - profit;
    const more = tighten(list, key, count, left, must, weights[left]!, enough, ROUNDS[left] ?? MOST_ROUNDS);
    if (more <= enough) return;
    const base = profit + loose();
    const useful = usefulOf(base, now.floor, left, count, must);
    if (left <= 3) {
      tail.finish(profit, base, list, key, useful, left);
      return;
    }
    for (let i = 0; i < useful; i++) {
      let bound = base;
      for (let k = 0; k < left && i + k < useful; k++) {
        if (key[i + k]! <= 0 && k >= must) break;
        bound += key[i + k]!;
      }
      if (bound <= lowest(alive)) return;
      const piece = list[i]!;
      const next = lists[left - 1]!;
      const gain = fresh[piece]!;
      const there = alive & kindsOf[piece]!;
      cover.take(piece);
      let room = 0;
      for (let j = i + 1; j < useful; j++) {
        const other = list[j]!;
        if (barred[other] === 0 && (kindsOf[other]! & there) !== 0) next[room++] = other;
      }
      extend(profit + gain, left - 1, room, there);
      cover.giveBack();
      if (stopped) return;
    }
  }

  /** How many of the sorted pieces could be part of something worth more than the floor. */
  function usefulOf(base: number, floor: number, left: number, count: number, must: number): number {
    const key = keys[left]!;
    let others = base;
    for (let k = 0; k < left - 1 && k < count; k++) {
      if (key[k]! <= 0 && k >= must - 1) break;
      others += key[k]!;
    }
    let useful = count;
    while (useful >= left && useful > 0 && others + key[useful - 1]! <= floor) useful--;
    return useful;
  }

  lists[most]!.set(candidates);
  extend(0, most, candidates.length, (1 << family.kinds.length) - 1);
  return !stopped;
}
