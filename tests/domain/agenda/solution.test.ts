import { expect, test } from "vitest";
import { TERM_NAMES } from "#domain/agenda/solution.ts";
import { solve } from "#domain/agenda/solve.ts";
import { anyCamp } from "#tests/domain/agenda/camps.ts";

test("the score is the sum of the named terms and of nothing else", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { terms, score } = solve(anyCamp(seed), 1, 200);
    expect(Object.keys(terms).sort()).toEqual([...TERM_NAMES].sort());
    expect(Object.values(terms).reduce((sum, points) => sum + points, 0)).toBe(score);
  }
});
