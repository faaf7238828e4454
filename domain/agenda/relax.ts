/**
 * Weights on people that make the bound of the pricing search tight. Whether a person is served, min(1, n) for n
 * wanted sessions, is never above y n + (1 - y) for a weight y between 0 and 1; the best weights are found by
 * subgradient steps (Fisher 1981). Any weights give a true bound, so these need not be the best.
 */
import type { Family } from "#domain/agenda/families.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";

/** Fine points to a point: prices are whole numbers of these, so that a bound is exact. */
export const FINE = 1000;

/**
 * @param price what each piece costs, in fine points
 * @param weight the weights to begin with, in fine points up to the worth of a person; improved in place
 */
export function tune(
  cut: Pieces,
  { candidates, most, least: fewest }: Omit<Family, "kinds">,
  price: Float64Array,
  weight: Float64Array,
  rounds: number,
): number {
  const worth = cut.model.problem.weights.served * FINE;
  const gain = new Float64Array(cut.pieces.length);
  const times = new Int32Array(weight.length);
  const order = [...candidates];
  const best = weight.slice();
  let least = Number.POSITIVE_INFINITY;
  let step = worth / 4;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    let bound = 0;
    for (const y of weight) bound += worth - y;
    for (const piece of candidates) {
      let sum = -price[piece]!;
      const { fans } = cut.pieces[piece]!;
      for (let f = 0; f < fans.length; f++) sum += weight[fans[f]!]!;
      gain[piece] = sum;
    }
    order.sort((a, b) => gain[b]! - gain[a]! || a - b);
    times.fill(0);
    for (let i = 0; i < most; i++) {
      const piece = order[i]!;
      if (gain[piece]! <= 0 && i >= fewest) break;
      bound += gain[piece]!;
      const { fans } = cut.pieces[piece]!;
      for (let f = 0; f < fans.length; f++) times[fans[f]!]!++;
    }
    if (bound < least) {
      least = bound;
      best.set(weight);
      stale = 0;
    } else if (++stale >= 6) {
      stale = 0;
      step /= 2;
      weight.set(best);
      continue;
    }
    for (let a = 0; a < weight.length; a++)
      weight[a] = Math.max(0, Math.min(worth, Math.round(weight[a]! - step * (times[a]! - 1))));
  }
  weight.set(best);
  return least;
}
