import { expect, test } from "vitest";
import { coverOf } from "#domain/agenda/cover.ts";
import { FINE } from "#domain/agenda/relax.ts";
import { tailOf } from "#domain/agenda/tail.ts";
import { priced } from "#tests/domain/agenda/slots.ts";

/** Every set of one to three candidates beside what is chosen, with what it adds before seats. */
function everyTail(seed: number, left: number, floor: number) {
  const { pieces, prices } = priced(seed);
  const { candidates } = pieces.kinds[0]!;
  const cover = coverOf(pieces, pieces.kinds[0]!, prices);
  const start = candidates[0]!;
  cover.take(start);
  const base = pieces.pieces[start]!.fans.length * 1000 * FINE - prices[start]!;
  const list = candidates.filter((it) => it !== start && cover.barred[it] === 0);
  const expected = new Map<string, number>();
  const grow = (chosen: number[], from: number): void => {
    if (chosen.length > 0) {
      const people = new Set([start, ...chosen].flatMap((it) => [...pieces.pieces[it]!.fans])).size;
      const profit = people * 1000 * FINE - [start, ...chosen].reduce((sum, it) => sum + prices[it]!, 0);
      if (profit > floor) expected.set([...chosen].sort((a, b) => a - b).join(), profit);
    }
    if (chosen.length === left) return;
    for (let i = from; i < list.length; i++)
      if (chosen.every((it) => !pieces.foes[it]!.includes(list[i]!))) grow([...chosen, list[i]!], i + 1);
  };
  grow([], 0);
  const offered = new Map<string, number>();
  const order = Int32Array.from([...list].sort((a, b) => cover.fresh[b]! - cover.fresh[a]!));
  const key = Float64Array.from(order, (it) => cover.fresh[it]!);
  tailOf(pieces, cover, 0, { floor }, (profit, more) => {
    offered.set([...more].sort((a, b) => a - b).join(), profit);
  }).finish(base, base, order, key, order.length, left);
  return { expected, offered };
}

test("it offers every one, two or three more that are worth enough, at their worth", () => {
  let offers = 0;
  for (let seed = 1; seed <= 60; seed++) {
    if (priced(seed).pieces.kinds[0]!.candidates.length < 2) continue;
    for (const left of [1, 2, 3])
      for (const floor of [-5_000_000, 0, 8_000_000]) {
        const { expected, offered } = everyTail(seed, left, floor);
        expect([...offered].sort()).toEqual([...expected].sort());
        offers += offered.size;
      }
  }
  expect(offers).toBeGreaterThan(1000);
});
