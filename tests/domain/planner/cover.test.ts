import { expect, test } from "vitest";
import { coverOf } from "#domain/planner/cover.ts";
import { random } from "#domain/planner/random.ts";
import { FINE } from "#domain/planner/relax.ts";
import { priced } from "#tests/domain/planner/slots.ts";

test("what a piece would add is always what it would add, as others come and go", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { pieces, prices } = priced(seed);
    const dice = random(seed);
    const weight = Float64Array.from({ length: pieces.model.people }, () => dice.below(1000) * FINE);
    const { candidates } = pieces.kinds[0]!;
    if (candidates.length === 0) continue;
    const cover = coverOf(pieces, 0, prices, weight);
    for (let step = 0; step < 40; step++) {
      const piece = candidates[dice.below(candidates.length)]!;
      if (cover.chosen.includes(piece)) cover.drop(piece);
      else if (dice.below(3) > 0) cover.take(piece);
      else if (cover.chosen.length > 0) cover.giveBack();
      const served = new Set(cover.chosen.flatMap((it) => [...pieces.pieces[it]!.fans]));
      for (const it of candidates) {
        const open = [...pieces.pieces[it]!.fans].filter((person) => !served.has(person));
        expect(cover.fresh[it]).toBe(open.length * 1000 * FINE - prices[it]!);
        expect(cover.pull[it]).toBe(open.reduce((sum, person) => sum + weight[person]!, -prices[it]!));
        expect(cover.barred[it]! > 0).toBe(cover.chosen.some((other) => pieces.foes[other]!.includes(it)));
      }
      const wanted = new Set(candidates.flatMap((it) => [...pieces.pieces[it]!.fans]));
      const loose = [...wanted]
        .filter((person) => !served.has(person))
        .reduce((sum, person) => sum + 1000 * FINE - weight[person]!, 0);
      expect(cover.loose()).toBe(loose);
    }
  }
});
