import { expect, test } from "vitest";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import { random } from "#domain/agenda/random.ts";
import { gridOf } from "#domain/agenda/solve.ts";
import { anyCamp, breaches, plain } from "#tests/domain/agenda/camps.ts";

test("the first grid keeps every rule already, also beside an older grid that did not", () => {
  for (let seed = 1; seed <= 80; seed++) {
    const problem = anyCamp(seed);
    const model = compile(problem);
    expect(breaches(problem, gridOf(greedy(model, random(seed))))).toEqual([]);
    expect(breaches(problem, gridOf(greedy(model, random(seed), problem.published)))).toEqual([]);
  }
});

test("two sessions everybody wants come in different slots", () => {
  const grid = gridOf(greedy(compile(plain(2, [9, 9], 4, [[0, 1], [0, 1], [2], [3]])), random(1)));
  expect(grid.find((it) => it.session === 0)!.slot).not.toBe(grid.find((it) => it.session === 1)!.slot);
});

test("what can be kept is kept", () => {
  const problem = plain(3, [9, 9], 6, [
    [0, 1, 2, 3, 4, 5],
    [0, 3],
  ]);
  const old = gridOf(greedy(compile(problem), random(1)));
  expect(gridOf(greedy(compile(problem), random(77), old))).toEqual(old);
});
