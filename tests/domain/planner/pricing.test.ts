import { expect, test } from "vitest";
import { valuer } from "#domain/planner/columns.ts";
import { type Found, price } from "#domain/planner/pricing.ts";
import { FINE, tune } from "#domain/planner/relax.ts";
import { everyColumn, priced } from "#tests/domain/planner/slots.ts";

const key = ({ pieces }: { pieces: readonly number[] }) => pieces.join();

test("it finds every column above the floor and no other", () => {
  let found = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { pieces, prices } = priced(seed);
    for (const kind of pieces.kinds.keys()) {
      const all = everyColumn(pieces, kind, prices).sort((a, b) => b.profit - a.profit);
      const floor = all[Math.min(all.length - 1, 25)]!.profit;
      const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
      tune(pieces, kind, prices, weight, 30);
      const columns: Found[] = [];
      const done = price(pieces, kind, prices, weight, valuer(pieces), {
        floor,
        goOn: () => true,
        found(column, same) {
          columns.push(column);
          return same;
        },
      });
      expect(done).toBe(true);
      const expected = all.filter(({ profit }) => profit > floor);
      expect(columns.map(key).sort()).toEqual(expected.map(key).sort());
      found += columns.length;
    }
  }
  expect(found).toBeGreaterThan(500);
});

test("with a rising floor it ends at the best column", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { pieces, prices } = priced(seed);
    for (const kind of pieces.kinds.keys()) {
      const best = Math.max(...everyColumn(pieces, kind, prices).map(({ profit }) => profit));
      let most = Number.NEGATIVE_INFINITY;
      const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
      price(pieces, kind, prices, weight, valuer(pieces), {
        floor: most,
        goOn: () => true,
        found: ({ profit }) => {
          most = profit;
          return profit;
        },
      });
      expect(most).toBe(best);
    }
  }
});
