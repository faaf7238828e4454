import { expect, test } from "vitest";
import { onlyHere, WEIGHTS } from "#domain/agenda/problem.ts";
import { reckon } from "#domain/agenda/terms.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

test("once doors are open nobody who is not here counts, not even a host", () => {
  const problem = withSession(plain(1, [9], 1, [[0], [0], []]), 0, { hosts: [2] });
  const grid = [{ session: 0, copy: 0, slot: 0, room: 0 }];
  expect(reckon(problem, grid).measures.served).toBe(3);
  expect(reckon(onlyHere(problem, new Set([1])), grid).measures.served).toBe(1);
});

test("weights are whole, and leaving a hand out outweighs anything else a hand could bring", () => {
  for (const weight of Object.values(WEIGHTS)) expect(Number.isInteger(weight)).toBe(true);
  expect(WEIGHTS.leftOut).toBeGreaterThanOrEqual(100 * WEIGHTS.served);
});
