import { expect, test } from "vitest";
import { valuer } from "#domain/agenda/columns.ts";
import { familiesOf } from "#domain/agenda/families.ts";
import { type Found, price } from "#domain/agenda/pricing.ts";
import { FINE, tune } from "#domain/agenda/relax.ts";
import { everyColumn, priced } from "#tests/domain/agenda/slots.ts";

const key = ({ kind, pieces }: { kind: number; pieces: readonly number[] }) => `${kind}: ${pieces.join()}`;

test("it finds every column above the floor of its kind and no other, all kinds of a family at once", () => {
  let found = 0;
  let together = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { pieces, prices } = priced(seed);
    for (const family of familiesOf(pieces)) {
      const floors = new Float64Array(pieces.kinds.length);
      const expected: string[] = [];
      for (const kind of family.kinds) {
        const all = everyColumn(pieces, kind, prices).sort((a, b) => b.profit - a.profit);
        floors[kind] = all[Math.min(all.length - 1, 25)]!.profit;
        for (const it of all) if (it.profit > floors[kind]) expected.push(key({ kind, ...it }));
      }
      const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
      tune(pieces, family, prices, weight, 30);
      const columns: Found[] = [];
      const done = price(pieces, family, prices, weight, valuer(pieces), {
        floors,
        goOn: () => true,
        found: (column) => columns.push(column),
      });
      expect(done).toBe(true);
      expect(columns.map(key).sort()).toEqual(expected.sort());
      found += columns.length;
      if (family.kinds.length > 1) together += columns.length;
    }
  }
  expect(found).toBeGreaterThan(500);
  expect(together).toBeGreaterThan(200);
});

test("with rising floors it ends at the best column of every kind", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { pieces, prices } = priced(seed);
    for (const family of familiesOf(pieces)) {
      const floors = new Float64Array(pieces.kinds.length).fill(Number.NEGATIVE_INFINITY);
      const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
      price(pieces, family, prices, weight, valuer(pieces), {
        floors,
        goOn: () => true,
        found: ({ kind, profit }) => {
          floors[kind] = profit;
        },
      });
      for (const kind of family.kinds) {
        const best = Math.max(...everyColumn(pieces, kind, prices).map(({ profit }) => profit));
        expect(floors[kind]).toBe(best);
      }
    }
  }
});
