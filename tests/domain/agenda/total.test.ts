import { expect, test } from "vitest";
import { greedy } from "#domain/agenda/greedy.ts";
import { compile } from "#domain/agenda/model.ts";
import { random } from "#domain/agenda/random.ts";
import { gridOf } from "#domain/agenda/solve.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { backToBacks, follows, total } from "#domain/agenda/total.ts";
import { anyCamp, plain, withSession } from "#tests/domain/agenda/camps.ts";

test("the total of a state is the score of its grid, long sessions in new rooms and all", () => {
  for (let seed = 100; seed < 220; seed++) {
    const problem = anyCamp(seed);
    const state = greedy(compile(problem), random(seed));
    expect(total(state)).toBe(reckon(problem, gridOf(state)).score);
  }
});

test("a session follows another on the same day only, and after its whole length", () => {
  const slots = plain(4, [9], 2, [[]]).slots.map((slot, t) => ({ ...slot, day: t < 3 ? 0 : 1 }));
  const model = compile({ ...withSession(plain(4, [9], 2, [[]]), 0, { length: 2, hosts: [0] }), slots });
  expect(follows(model, 1, 0, 1)).toBe(true);
  expect(follows(model, 0, 0, 1)).toBe(false);
  expect(follows(model, 0, 0, 2)).toBe(true);
  expect(follows(model, 1, 2, 3)).toBe(false);
});

test("a host who goes straight on is counted once a pair", () => {
  const hosted = withSession(withSession(plain(3, [9], 2, [[]]), 0, { hosts: [0] }), 1, { hosts: [0] });
  const model = compile(hosted);
  expect(backToBacks(model, Int32Array.from([0, 1]))).toBe(1);
  expect(backToBacks(model, Int32Array.from([2, 1]))).toBe(1);
  expect(backToBacks(model, Int32Array.from([0, 2]))).toBe(0);
});
