import { expect, test } from "vitest";
import { camp } from "#bench/grid/camps.ts";
import { problemOf } from "#bench/grid/instance.ts";
import { anneal, unitsThatMove } from "#domain/agenda/anneal.ts";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import { random } from "#domain/agenda/random.ts";
import { total } from "#domain/agenda/total.ts";
import { anyCamp } from "#tests/domain/agenda/camps.ts";

test("it ends at the best grid it met, worth what it says it won", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const state = greedy(compile(anyCamp(seed)), random(seed));
    const before = total(state);
    const won = anneal(state, 3000, 600, random(seed));
    expect(won).toBeGreaterThanOrEqual(0);
    expect(total(state)).toBe(before + won);
  }
});

test("it betters a greedy grid of forty sessions by a good deal", () => {
  const model = compile(problemOf(camp({ S: 40, T: 5, R: 8, A: 300 }, 6), "full"));
  const state = greedy(model, random(1));
  expect(anneal(state, 3000, 30_000, random(1))).toBeGreaterThan(20_000);
});

test("what is pinned to a slot or impossible is not for moving", () => {
  const model = compile(anyCamp(12));
  for (const u of unitsThatMove(model)) {
    expect(model.pins.impossible[u]).toBe(0);
    expect(model.pins.slot[u]! < 0 || model.length[u] === 2).toBe(true);
  }
});
