import { expect, test } from "vitest";
import { coverOf } from "#domain/agenda/cover.ts";
import { random } from "#domain/agenda/random.ts";
import { FINE } from "#domain/agenda/relax.ts";
import { tightener } from "#domain/agenda/tighten.ts";
import { priced } from "#tests/domain/agenda/slots.ts";

/** The most that up to `left` of a list, at least `must` of them, can add before seats: by trying them all. */
function mostAdded(
  fans: readonly Int32Array[],
  prices: Float64Array,
  served: ReadonlySet<number>,
  list: readonly number[],
  left: number,
  must: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  const grow = (chosen: number[], from: number): void => {
    const people = new Set(chosen.flatMap((it) => [...fans[it]!].filter((a) => !served.has(a)))).size;
    if (chosen.length >= must)
      most = Math.max(most, people * 1000 * FINE - chosen.reduce((sum, it) => sum + prices[it]!, 0));
    if (chosen.length === left) return;
    for (let i = from; i < list.length; i++) grow([...chosen, list[i]!], i + 1);
  };
  grow([], 0);
  return most;
}

test("the bound is never below what can be added, is made no worse by steps, and sorts the list", () => {
  let tighter = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { pieces, prices } = priced(seed);
    const dice = random(seed);
    const { candidates } = pieces.kinds[0]!;
    if (candidates.length < 3) continue;
    const fans = pieces.pieces.map((piece) => piece.fans);
    const cover = coverOf(pieces, pieces.kinds[0]!, prices);
    const taken = candidates[dice.below(candidates.length)]!;
    cover.take(taken);
    const rest = candidates.filter((it) => it !== taken);
    const [left, must] = [1 + dice.below(3), dice.below(2)];
    const exact = mostAdded(fans, prices, new Set(fans[taken]), rest, left, Math.min(must, rest.length));
    const bounds = [0, 30].map((rounds) => {
      const list = Int32Array.from(rest);
      const key = new Float64Array(rest.length);
      const weight = Float64Array.from({ length: pieces.model.people }, () => (500 + dice.below(501)) * FINE);
      const { tighten } = tightener(pieces, prices, cover.covered);
      const bound = tighten(list, key, list.length, left, must, weight, exact, rounds);
      expect([...key]).toEqual([...key].sort((a, b) => b - a));
      expect([...list].sort()).toEqual([...rest].sort());
      for (const person of fans[taken]!) expect(weight[person]).toBe(0);
      return bound;
    });
    for (const bound of bounds) expect(bound).toBeGreaterThanOrEqual(exact);
    if (bounds[1]! < bounds[0]!) tighter++;
  }
  expect(tighter).toBeGreaterThan(10);
});
