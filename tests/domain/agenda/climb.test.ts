import { expect, test } from "vitest";
import { climb } from "#domain/agenda/climb.ts";
import { valuer } from "#domain/agenda/columns.ts";
import { random } from "#domain/agenda/random.ts";
import { everyColumn, priced } from "#tests/domain/agenda/slots.ts";

test("what it finds is lawful and worth what it says, and three times of four the best of all is among it", () => {
  let tried = 0;
  let best = 0;
  for (let seed = 1; seed <= 50; seed++) {
    const { pieces, prices } = priced(seed);
    for (const kind of pieces.kinds.keys()) {
      const all = new Map(everyColumn(pieces, kind, prices).map((it) => [it.pieces.join(), it.profit]));
      if (pieces.kinds[kind]!.candidates.length === 0) continue;
      const start = Array.from({ length: 4 }, () => ({ kind, pieces: [], value: 0 }));
      const floor = Number.NEGATIVE_INFINITY;
      const found = climb(pieces, kind, prices, start, floor, valuer(pieces), random(seed));
      for (const it of found) expect(all.get(it.pieces.join())).toBe(it.profit);
      expect(found.map(({ profit }) => profit)).toEqual(
        found.map(({ profit }) => profit).sort((a, b) => b - a),
      );
      tried++;
      if (found[0]?.profit === Math.max(...all.values())) best++;
    }
  }
  expect(best / tried).toBeGreaterThan(0.75);
});
