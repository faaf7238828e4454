import { describe, expect, test } from "vitest";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import { pricerOf, REFUSED } from "#domain/agenda/price.ts";
import { random } from "#domain/agenda/random.ts";
import { gridOf } from "#domain/agenda/solve.ts";
import { membersOf } from "#domain/agenda/state.ts";
import { reckon, reckoner } from "#domain/agenda/terms.ts";
import { total } from "#domain/agenda/total.ts";
import { anyCamp } from "#tests/domain/agenda/camps.ts";

describe("pricing a move", () => {
  test("equals counting the whole grid again, all terms, after each of 10,000 random moves", () => {
    let moves = 0;
    for (let seed = 1; moves < 10_000; seed++) {
      const problem = anyCamp(seed);
      const model = compile(problem);
      const dice = random(seed);
      const state = greedy(model, dice);
      const { swap, apply } = pricerOf(state);
      const rescored = reckoner(problem);
      let score = reckon(problem, gridOf(state)).score;
      expect(total(state)).toBe(score);
      for (let i = 0; i < 400; i++) {
        const s = dice.below(model.units);
        const u = dice.below(model.slots + 1);
        if (model.length[s] === 2 || state.begin[s] === u || model.pins.impossible[s]) continue;
        const cell = dice.below(state.size[u]! + 1);
        const w = cell < state.size[u]! ? state.members[u * state.width + cell]! : -1;
        if (w >= 0 && model.length[w] === 2) continue;
        const delta = swap(s, w, u, REFUSED);
        if (delta === REFUSED) continue;
        apply(s, w, u);
        score += delta;
        moves++;
        expect(total(state)).toBe(score);
        expect(rescored(gridOf(state)).score).toBe(score);
      }
    }
  });

  test("refuses what falls below the floor, and says the same of what does not", () => {
    let exchanges = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const state = greedy(compile(anyCamp(seed)), random(seed));
      const { swap } = pricerOf(state);
      const { units, slots, length } = state.model;
      for (let s = 0; s < units; s++)
        for (let u = 0; u < slots; u++)
          for (const w of [-1, ...membersOf(state, u)]) {
            if (length[s] === 2 || state.begin[s] === u || (w >= 0 && length[w] === 2)) continue;
            const delta = swap(s, w, u, REFUSED);
            if (delta === REFUSED) continue;
            expect(swap(s, w, u, delta)).toBe(delta);
            expect(swap(s, w, u, delta + 1)).toBe(REFUSED);
            exchanges++;
          }
    }
    expect(exchanges).toBeGreaterThan(200);
  });
});
