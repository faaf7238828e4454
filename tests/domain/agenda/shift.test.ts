import { expect, test } from "vitest";
import { cellsOf, chain, longMove, rotation } from "#domain/agenda/compound.ts";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import { REFUSED } from "#domain/agenda/price.ts";
import { random } from "#domain/agenda/random.ts";
import { lawful, shift } from "#domain/agenda/shift.ts";
import { gridOf } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { total } from "#domain/agenda/total.ts";
import { anyCamp, breaches } from "#tests/domain/agenda/camps.ts";

test("compound moves are worth what they say, keep every rule, and leave no trace when refused", () => {
  let made = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const problem = anyCamp(seed);
    const model = compile(problem);
    const dice = random(seed);
    const state = greedy(model, dice);
    const cells = cellsOf(state);
    for (let i = 0; i < 80; i++) {
      const s = dice.below(model.units);
      if (model.pins.impossible[s] || (model.pins.slot[s]! >= 0 && model.length[s] === 1)) continue;
      const make = model.length[s] === 2 ? longMove : dice.below(2) === 0 ? rotation : chain;
      const before = { score: total(state), begin: [...state.begin], held: [...state.held] };
      const steps = make(state, s, cells, dice);
      if (steps.length === 0) continue;
      const delta = shift(state, steps, i % 2 ? REFUSED : -2000);
      if (delta === REFUSED) {
        expect([...state.begin]).toEqual(before.begin);
        expect([...state.held]).toEqual(before.held);
        expect(total(state)).toBe(before.score);
        continue;
      }
      made++;
      expect(delta).toBeGreaterThanOrEqual(i % 2 ? REFUSED : -2000);
      const grid = gridOf(state);
      expect(total(state)).toBe(before.score + delta);
      expect(reckon(problem, grid).score).toBe(before.score + delta);
      expect(breaches(problem, grid)).toEqual([]);
      expect(lawful(state, s)).toBe(true);
    }
  }
  expect(made).toBeGreaterThan(500);
});
