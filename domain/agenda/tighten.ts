/**
 * The weighted bound of `relax.ts` at a point of the pricing search: with fewer pieces left, other weights are better,
 * so they are improved there and then by a few subgradient steps towards what would end the search at this point.
 */
import type { Pieces } from "#domain/agenda/pieces.ts";
import { FINE } from "#domain/agenda/relax.ts";

export type Tightener = {
  /**
   * Bounds what the first `count` pieces of a list can add, and sorts them by what each adds at the weights.
   *
   * @param key filled: fine points each piece adds at the weights
   * @param left pieces that may be added; @param must pieces that have to be
   * @param weight improved in place; nought for people who are served already
   * @param enough fine points: a bound this low needs no improving
   */
  tighten(
    list: Int32Array,
    key: Float64Array,
    count: number,
    left: number,
    must: number,
    weight: Float64Array,
    enough: number,
    rounds: number,
  ): number;
  /** What people not served yet are worth beyond their weights, as of the last bound. */
  loose(): number;
};

/** @param covered how many of the pieces chosen each person wants */
export function tightener(cut: Pieces, prices: Float64Array, covered: Int32Array): Tightener {
  const { model, pieces } = cut;
  const worth = model.problem.weights.served * FINE;
  const fans = pieces.map((piece) => piece.fans);
  const reach = new Int32Array(model.people);
  const times = new Int32Array(model.people);
  const open = new Int32Array(model.people);
  const best = new Float64Array(model.people);
  let torn = 0;
  let loose = 0;

  /** Only people whom two or more of the list would serve need a weight: one counts once anyhow. */
  function look(list: Int32Array, count: number, weight: Float64Array): void {
    reach.fill(0);
    for (let i = 0; i < count; i++) {
      const mine = fans[list[i]!]!;
      for (let f = 0; f < mine.length; f++) reach[mine[f]!]!++;
    }
    torn = 0;
    for (let a = 0; a < reach.length; a++) {
      if (covered[a]! > 0) weight[a] = 0;
      else if (reach[a]! > 1) open[torn++] = a;
      else weight[a] = worth;
    }
  }

  function bound(
    list: Int32Array,
    key: Float64Array,
    count: number,
    left: number,
    must: number,
    weight: Float64Array,
  ): number {
    for (let i = 0; i < count; i++) {
      const piece = list[i]!;
      const mine = fans[piece]!;
      let sum = -prices[piece]!;
      for (let f = 0; f < mine.length; f++) sum += weight[mine[f]!]!;
      let j = i - 1;
      while (j >= 0 && key[j]! < sum) {
        key[j + 1] = key[j]!;
        list[j + 1] = list[j]!;
        j--;
      }
      key[j + 1] = sum;
      list[j + 1] = piece;
    }
    loose = 0;
    for (let i = 0; i < torn; i++) loose += worth - weight[open[i]!]!;
    let points = loose;
    for (let k = 0; k < left && k < count; k++) {
      if (key[k]! <= 0 && k >= must) break;
      points += key[k]!;
    }
    return points;
  }

  function step(
    list: Int32Array,
    key: Float64Array,
    count: number,
    left: number,
    must: number,
    weight: Float64Array,
    length: number,
  ): boolean {
    for (let i = 0; i < torn; i++) times[open[i]!] = -1;
    for (let k = 0; k < left && k < count; k++) {
      if (key[k]! <= 0 && k >= must) break;
      const mine = fans[list[k]!]!;
      for (let f = 0; f < mine.length; f++) times[mine[f]!]!++;
    }
    let norm = 0;
    for (let i = 0; i < torn; i++) {
      const a = open[i]!;
      const stuck = times[a]! < 0 ? weight[a] === worth : times[a]! > 0 && weight[a] === 0;
      if (!stuck) norm += times[a]! * times[a]!;
    }
    if (norm === 0) return false;
    const far = length / norm;
    for (let i = 0; i < torn; i++) {
      const a = open[i]!;
      if (times[a] !== 0) weight[a] = Math.max(0, Math.min(worth, Math.round(weight[a]! - far * times[a]!)));
    }
    return true;
  }

  return {
    loose: () => loose,
    tighten(list, key, count, left, must, weight, enough, rounds) {
      look(list, count, weight);
      let least = bound(list, key, count, left, must, weight);
      if (least <= enough) return least;
      let eager = 1;
      let now = least;
      let kept = true;
      for (let i = 0; i < torn; i++) best[open[i]!] = weight[open[i]!]!;
      for (let round = 0; round < rounds; round++) {
        const length = Math.min(now - enough, 8 * worth) * eager;
        if (!step(list, key, count, left, must, weight, length)) break;
        now = bound(list, key, count, left, must, weight);
        kept = now < least;
        if (kept) {
          least = now;
          if (least <= enough) return least;
          for (let i = 0; i < torn; i++) best[open[i]!] = weight[open[i]!]!;
        } else eager *= 0.6;
      }
      if (kept) return least;
      for (let i = 0; i < torn; i++) weight[open[i]!] = best[open[i]!]!;
      return bound(list, key, count, left, must, weight);
    },
  };
}
