import { expect, test } from "vitest";
import { coverOf } from "#domain/agenda/cover.ts";
import { random } from "#domain/agenda/random.ts";
import { FINE } from "#domain/agenda/relax.ts";
import { priced } from "#tests/domain/agenda/slots.ts";

test("what a piece would add is always what it would add, as others come and go", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { pieces, prices } = priced(seed);
    const dice = random(seed);
    const { candidates } = pieces.kinds[0]!;
    if (candidates.length === 0) continue;
    const cover = coverOf(pieces, pieces.kinds[0]!, prices);
    for (let step = 0; step < 40; step++) {
      const piece = candidates[dice.below(candidates.length)]!;
      if (cover.chosen.includes(piece)) cover.drop(piece);
      else if (dice.below(3) > 0) cover.take(piece);
      else if (cover.chosen.length > 0) cover.giveBack();
      const served = new Set(cover.chosen.flatMap((it) => [...pieces.pieces[it]!.fans]));
      for (const it of candidates) {
        const open = [...pieces.pieces[it]!.fans].filter((person) => !served.has(person));
        expect(cover.fresh[it]).toBe(open.length * 1000 * FINE - prices[it]!);
        expect(cover.barred[it]! > 0).toBe(cover.chosen.some((other) => pieces.foes[other]!.includes(it)));
      }
      for (let person = 0; person < pieces.model.people; person++) {
        const times = cover.chosen.filter((it) => pieces.pieces[it]!.fans.includes(person)).length;
        expect(cover.covered[person]).toBe(times);
      }
    }
  }
});
