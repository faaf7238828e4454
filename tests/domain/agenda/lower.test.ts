import { expect, test } from "vitest";
import { valuer } from "#domain/agenda/columns.ts";
import { familiesOf } from "#domain/agenda/families.ts";
import { lower } from "#domain/agenda/lower.ts";
import { FINE, tune } from "#domain/agenda/relax.ts";
import { everyColumn, priced } from "#tests/domain/agenda/slots.ts";

test("what no column is said to exceed, none does, and it comes down nearly to the best there is", () => {
  let steps = 0;
  let met = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { pieces, prices } = priced(seed);
    const best = pieces.kinds.map((_, kind) =>
      Math.max(...everyColumn(pieces, kind, prices).map(({ profit }) => profit)),
    );
    // Now and then the best column is not known yet, or none at all.
    const tops = Float64Array.from(best, (it) => it - (seed % 3) * 900 * FINE);
    if (seed % 5 === 0) tops.fill(Number.NEGATIVE_INFINITY, 0, 1);
    const searched = familiesOf(pieces).map((family) => {
      const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
      return { family, prices, weight, roof: tune(pieces, family, prices, weight, 40) };
    });
    let last = new Float64Array(tops.length).fill(Number.POSITIVE_INFINITY);
    const better = lower(
      pieces,
      searched,
      valuer(pieces),
      tops,
      () => true,
      (profits) => {
        steps++;
        for (const [kind, profit] of profits.entries()) {
          expect(profit).toBeGreaterThanOrEqual(best[kind]!);
          expect(profit).toBeLessThanOrEqual(last[kind]!);
        }
        last = profits.slice();
        return false;
      },
    );
    met += better.length;
    for (const { kind, profit } of better) expect(profit).toBeGreaterThan(tops[kind]!);
    for (const { family, roof } of searched)
      for (const kind of family.kinds)
        if (Number.isFinite(tops[kind]!))
          expect(last[kind]! - best[kind]!).toBeLessThanOrEqual(Math.max(0, (roof - tops[kind]!) / 50 + 1));
  }
  expect(steps).toBeGreaterThan(200);
  expect(met).toBeGreaterThan(10);
});

test("told to stop, or that it is enough, it goes no further", () => {
  const { pieces, prices } = priced(4);
  const searched = familiesOf(pieces).map((family) => {
    const weight = new Float64Array(pieces.model.people).fill(1000 * FINE);
    return { family, prices, weight, roof: tune(pieces, family, prices, weight, 40) };
  });
  const tops = Float64Array.from(pieces.kinds, () => 0);
  let told = 0;
  const enough = () => {
    told++;
    return true;
  };
  lower(pieces, searched, valuer(pieces), tops, () => true, enough);
  expect(told).toBe(1);
});
