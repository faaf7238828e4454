/**
 * Good columns fast: from the best known ones, pieces are exchanged while that pays, then a few are thrown out and it
 * begins again (iterated local search, Lourenço, Martin and Stützle 2003). That none is missing only the branch and
 * bound of `pricing.ts` can say.
 */
import type { Column, Valuer } from "#domain/agenda/columns.ts";
import { type Cover, coverOf } from "#domain/agenda/cover.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import type { Found } from "#domain/agenda/pricing.ts";
import type { Random } from "#domain/agenda/random.ts";
import { FINE } from "#domain/agenda/relax.ts";

const KICKS = 25;

/** @returns different columns with more profit than `floor` (fine points), most first */
export function climb(
  cut: Pieces,
  kind: number,
  prices: Float64Array,
  starts: readonly Column[],
  floor: number,
  value: Valuer,
  dice: Random,
): Found[] {
  const found = new Map<string, Found>();
  const cover = coverOf(cut, cut.kinds[kind]!, prices);
  const { candidates, most, least } = cut.kinds[kind]!;
  for (const start of starts) {
    while (cover.chosen.length > 0) cover.giveBack();
    for (const piece of start.pieces) cover.take(piece);
    for (let kick = 0; kick < KICKS; kick++) {
      exchange(cover, candidates);
      fill(cover, candidates, most, least);
      const list = [...cover.chosen].sort((a, b) => a - b);
      const key = list.join();
      const points = found.has(key) || list.length < least ? null : value(kind, list);
      if (points !== null) {
        const profit = points * FINE - list.reduce((sum, piece) => sum + prices[piece]!, 0);
        if (profit > floor) found.set(key, { kind, pieces: list, value: points, profit });
      }
      for (let out = 1 + dice.below(3); out > 0 && cover.chosen.length > 0; out--)
        cover.drop(cover.chosen[dice.below(cover.chosen.length)]!);
      const lucky = candidates[dice.below(candidates.length)]!;
      const free = cover.barred[lucky] === 0 && !cover.chosen.includes(lucky);
      if (free && cover.chosen.length < most) cover.take(lucky);
      fill(cover, candidates, most, least);
    }
  }
  return [...found.values()].sort((a, b) => b.profit - a.profit);
}

function bestFree(cover: Cover, candidates: readonly number[]): number {
  let best = -1;
  for (const piece of candidates) {
    if (cover.barred[piece]! > 0 || cover.chosen.includes(piece)) continue;
    if (best < 0 || cover.fresh[piece]! > cover.fresh[best]!) best = piece;
  }
  return best;
}

function fill(cover: Cover, candidates: readonly number[], most: number, least: number): void {
  while (cover.chosen.length < most) {
    const piece = bestFree(cover, candidates);
    if (piece < 0 || (cover.fresh[piece]! <= 0 && cover.chosen.length >= least)) return;
    cover.take(piece);
  }
}

function exchange(cover: Cover, candidates: readonly number[]): void {
  for (let better = true; better; ) {
    better = false;
    for (const piece of [...cover.chosen]) {
      cover.drop(piece);
      const best = bestFree(cover, candidates);
      better ||= best !== piece && cover.fresh[best]! > cover.fresh[piece]!;
      cover.take(best >= 0 && cover.fresh[best]! > cover.fresh[piece]! ? best : piece);
    }
  }
}
