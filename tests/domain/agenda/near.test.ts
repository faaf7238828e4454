import { expect, test } from "vitest";
import { valuer } from "#domain/agenda/columns.ts";
import { familiesOf } from "#domain/agenda/families.ts";
import { nearColumns } from "#domain/agenda/near.ts";
import { FINE } from "#domain/agenda/relax.ts";
import { everyColumn, priced } from "#tests/domain/agenda/slots.ts";

const MARGIN = 6000 * FINE;

test("it knows the best of every kind, and every column within the margin, or fewer if those are too many", () => {
  let narrowed = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { pieces, prices } = priced(seed);
    const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
    for (const family of familiesOf(pieces)) {
      const all = family.kinds.map((kind) => everyColumn(pieces, kind, prices));
      const best = all.map((columns) => Math.max(...columns.map(({ profit }) => profit)));
      for (const most of [8, 100_000]) {
        const tops = new Float64Array(pieces.kinds.length).fill(Number.NEGATIVE_INFINITY);
        const value = valuer(pieces);
        const near = nearColumns(pieces, family, prices, weight, value, tops, MARGIN, most, () => true);
        expect(near.done).toBe(true);
        expect(family.kinds.map((kind) => tops[kind])).toEqual(best);
        expect([0, MARGIN]).toContain(near.margin);
        if (near.margin === 0) narrowed++;
        const within = all.map(
          (columns, i) => columns.filter(({ profit }) => profit >= best[i]! - near.margin).length,
        );
        expect(near.columns).toHaveLength(within.reduce((sum, n) => sum + n, 0));
      }
    }
  }
  expect(narrowed).toBeGreaterThan(5);
});
