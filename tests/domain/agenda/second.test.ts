import { expect, test } from "vitest";
import { movesOf, repair } from "#domain/agenda/repair.ts";
import { second } from "#domain/agenda/second.ts";
import { solve } from "#domain/agenda/solve.ts";
import { breaches, plain } from "#tests/domain/agenda/camps.ts";

/** Sessions 0 and 1 clash for some people, and moving one to where nobody is torn is dear. */
function torn(people: number) {
  const wants = Array.from({ length: people }, () => [0, 1]);
  const problem = plain(2, [50, 50], 12, [...wants, [2], [3], [4]]);
  const slots = Array.from({ length: 6 }, (_, t) => ({ ...problem.slots[0]!, id: `t${t}` }));
  const published = problem.sessions.map((_, session) => ({
    session,
    copy: 0,
    slot: Math.floor(session / 2),
    room: session % 2,
    fixed: false,
  }));
  return { ...problem, slots, published, weights: { ...problem.weights, moved: 3000 } };
}

test("offers what the price of moving forbids, and says what it takes and brings", () => {
  const problem = torn(3);
  const first = repair(problem, 1, 10_000);
  expect(movesOf(problem, first.placements)).toBe(0);
  // Two change places: a tenth of twelve sessions is one, so that is too many.
  expect(second(problem, first, 10_000)).toBeNull();
  const roomy = { ...problem, sessions: [...problem.sessions, ...problem.sessions.slice(4)] };
  const more = second(roomy, repair(roomy, 1, 10_000), 10_000)!;
  expect(more).toMatchObject({ moves: 2, served: 3 });
  expect(breaches(roomy, more.solution.placements)).toEqual([]);
  expect(more.solution.measures.served).toBe(repair(roomy, 1, 10_000).measures.served + 3);
});

test("has nothing to offer where moving is worth its price, and before anything is published", () => {
  const cheap = { ...torn(3), weights: { ...torn(3).weights, moved: 1 } };
  expect(second(cheap, repair(cheap, 1, 10_000), 10_000)).toBeNull();
  const unpublished = { ...torn(3), published: [] };
  expect(second(unpublished, solve(unpublished, 1, 1000), 10_000)).toBeNull();
});
