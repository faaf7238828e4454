import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORBIDDEN, matcher } from "#domain/agenda/matching.ts";

/** The least total over every way to give rows different columns. */
function bruteForce(cost: number[], rows: number, columns: number, row = 0, used = 0): number {
  if (row === rows) return 0;
  let least = FORBIDDEN;
  for (let c = 0; c < columns; c++) {
    const here = cost[row * columns + c]!;
    if ((used >> c) & 1 || here >= FORBIDDEN) continue;
    least = Math.min(least, here + bruteForce(cost, rows, columns, row + 1, used | (1 << c)));
  }
  return least;
}

describe("matching", () => {
  test("equals trying everything, forbidden pairs and all", () => {
    const { assign, rowOf } = matcher(6);
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.nat(60) },
      { weight: 1, arbitrary: fc.constant(FORBIDDEN) },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(cell, { minLength: 30, maxLength: 30 }),
        (rows, columns, cells) => {
          const expected = rows > columns ? FORBIDDEN : bruteForce(cells, rows, columns);
          const found = assign(Float64Array.from(cells), rows, columns);
          expect(found >= FORBIDDEN / 2 ? FORBIDDEN : found).toBe(Math.min(expected, FORBIDDEN));
          if (expected >= FORBIDDEN) return;
          const placed = [...rowOf.slice(0, columns)].filter((row) => row >= 0);
          expect(placed.sort()).toEqual(Array.from({ length: rows }, (_, row) => row));
          let sum = 0;
          for (let c = 0; c < columns; c++) if (rowOf[c]! >= 0) sum += cells[rowOf[c]! * columns + c]!;
          expect(sum).toBe(expected);
        },
      ),
      { numRuns: 800 },
    );
  });
});
