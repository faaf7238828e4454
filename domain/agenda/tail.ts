/**
 * The last three pieces of a column, where nearly all the time of the pricing search goes: overlaps are counted on
 * bit sets.
 */
import { popcount } from "#domain/agenda/bits.ts";
import type { Cover } from "#domain/agenda/cover.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { FINE } from "#domain/agenda/relax.ts";

export type Tail = {
  /**
   * Offers every way worth more than the floor to add up to `left` (at most three) of the first `count` pieces.
   *
   * @param profit fine points of what is chosen already
   * @param base the same, and what people nobody serves yet are worth beyond their weights
   * @param key what each piece of the list adds by the weighted bound, most first
   */
  finish(
    profit: number,
    base: number,
    list: Int32Array,
    key: Float64Array,
    count: number,
    left: number,
  ): void;
};

export function tailOf(
  cut: Pieces,
  cover: Cover,
  least: number,
  search: { readonly floor: number },
  offer: (profit: number, more: readonly number[]) => void,
): Tail {
  const { model, pieces, foes } = cut;
  const { words, wanted } = model;
  const { fresh, free, chosen } = cover;
  const P = pieces.length;
  const at = Int32Array.from(pieces, ({ unit }) => unit * words);
  const worth = model.problem.weights.served * FINE;
  const hostile = new Uint8Array(P * P);
  for (let a = 0; a < P; a++) for (const b of foes[a]!) hostile[a * P + b] = 1;
  const rest = new Int32Array(words);
  const second = new Int32Array(P);
  const gain = new Float64Array(P);

  function shared(a: number, b: number): number {
    let people = 0;
    for (let w = 0, i = at[a]!, j = at[b]!; w < words; w++, i++, j++) {
      const both = wanted[i]! & wanted[j]! & rest[w]!;
      if (both !== 0) people += popcount(both);
    }
    return people;
  }

  /** One more beside `first`, or two if `left` allows, of those left in `second` with their gains. */
  function more(profit: number, first: number, count: number, left: number): void {
    const { length } = chosen;
    for (let i = 0; i < count; i++) {
      const mine = profit + gain[i]!;
      const pair = i + 1 < count && left > 2 ? mine + gain[i + 1]! : mine;
      if (mine <= search.floor && pair <= search.floor) return;
      const a = second[i]!;
      if (length + 2 >= least && mine > search.floor) offer(mine, [first, a]);
      if (left < 3) continue;
      for (let j = i + 1; j < count && mine + gain[j]! > search.floor; j++) {
        const b = second[j]!;
        if (hostile[a * P + b] === 1) continue;
        const both = mine + gain[j]! - worth * shared(a, b);
        if (both > search.floor) offer(both, [first, a, b]);
      }
    }
  }

  /** Who may join `first`, with what each would still add, most first. */
  function beside(first: number, list: Int32Array, from: number, count: number): number {
    let size = 0;
    for (let j = from; j < count; j++) {
      const other = list[j]!;
      if (hostile[first * P + other] === 1) continue;
      const adds = fresh[other]! - worth * shared(first, other);
      let k = size++;
      while (k > 0 && gain[k - 1]! < adds) {
        gain[k] = gain[k - 1]!;
        second[k] = second[k - 1]!;
        k--;
      }
      gain[k] = adds;
      second[k] = other;
    }
    return size;
  }

  function finish(
    profit: number,
    base: number,
    list: Int32Array,
    key: Float64Array,
    count: number,
    left: number,
  ): void {
    const must = least - chosen.length;
    for (let i = 0; i < count; i++) {
      let bound = base + key[i]!;
      for (let k = 1; k < left && i + k < count; k++) {
        if (key[i + k]! <= 0 && k >= must) break;
        bound += key[i + k]!;
      }
      if (bound <= search.floor) return;
      const first = list[i]!;
      const mine = profit + fresh[first]!;
      if (chosen.length + 1 >= least && mine > search.floor) offer(mine, [first]);
      if (left < 2) continue;
      rest.set(free);
      const size = beside(first, list, i + 1, count);
      for (let w = 0, from = at[first]!; w < words; w++) rest[w] = free[w]! & ~wanted[from + w]!;
      more(mine, first, size, left);
    }
  }
  return { finish };
}
