import { expect, test } from "vitest";
import { FINE, tune } from "#domain/agenda/relax.ts";
import { everyColumn, priced } from "#tests/domain/agenda/slots.ts";

test("the bound is never below the best column, and the tuned weights make it no worse than plain ones", () => {
  let tighter = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { pieces, prices } = priced(seed);
    for (const kind of pieces.kinds.keys()) {
      const best = Math.max(...everyColumn(pieces, kind, prices).map(({ profit }) => profit));
      const plainly = new Float64Array(pieces.model.people).fill(1000 * FINE);
      const first = tune(pieces, pieces.kinds[kind]!, prices, plainly, 1);
      const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
      const bound = tune(pieces, pieces.kinds[kind]!, prices, weight, 80);
      expect(bound).toBeGreaterThanOrEqual(best);
      expect(bound).toBeLessThanOrEqual(first);
      if (bound < first) tighter++;
    }
  }
  expect(tighter).toBeGreaterThan(10);
});
