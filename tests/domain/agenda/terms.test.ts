import { describe, expect, test } from "vitest";
import { type Placement, WEIGHTS } from "#domain/agenda/problem.ts";
import { covers, fansOfSession, reckon, reckoner } from "#domain/agenda/terms.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const at = (session: number, slot: number, room: number): Placement => ({ session, copy: 0, slot, room });

describe("the terms of a grid", () => {
  test("served counts people and slots once each", () => {
    const problem = plain(2, [9, 9], 3, [[0, 1], [0, 2], [1]]);
    expect(reckon(problem, [at(0, 0, 0), at(1, 0, 1), at(2, 1, 0)]).measures).toMatchObject({
      served: 4,
      wishes: 5,
    });
  });

  test("seats count people beyond a room, a torn person as half in each", () => {
    const problem = plain(1, [1, 1], 2, [[0, 1], [0], [0]]);
    const { measures, terms } = reckon(problem, [at(0, 0, 0), at(1, 0, 1)]);
    expect(measures.unseated).toBe(1500);
    expect(terms.seats).toBe(-1500);
  });

  test("heads that are given override the hands, copy by copy", () => {
    const problem = withSession(plain(2, [10], 1, [[0], [0]]), 0, { audience: [15, 12], copies: 2 });
    expect(reckon(problem, [at(0, 0, 0)]).measures.unseated).toBe(5000);
    expect(reckon(problem, [at(0, 0, 0), { ...at(0, 1, 0), copy: 1 }]).measures.unseated).toBe(7000);
  });

  test("a hand for what runs twice is half in each of its rooms", () => {
    const problem = withSession(plain(2, [1], 1, [[0], [0], [0], [0]]), 0, { copies: 2 });
    expect(reckon(problem, [at(0, 0, 0)]).measures.unseated).toBe(1000);
    expect(reckon(problem, [at(0, 0, 0), { ...at(0, 1, 0), copy: 1 }]).measures.unseated).toBe(2000);
  });

  test("every smaller term has its price", () => {
    let problem = { ...plain(3, [20, 20], 3, [[0, 1, 2], [0]]), weights: WEIGHTS };
    problem = withSession(problem, 0, { topic: "a", hosts: [0], wished: [0], stars: 10 });
    problem = withSession(withSession(problem, 1, { topic: "a" }), 2, { hosts: [0] });
    const grid = [at(0, 0, 0), at(1, 0, 1), at(2, 1, 0)];
    const published = [
      { ...at(0, 2, 0), fixed: false },
      { ...at(1, 0, 0), fixed: false },
    ];
    const { terms } = reckon({ ...problem, published }, grid);
    expect(terms.spread).toBe(-WEIGHTS.topic - WEIGHTS.backToBack);
    expect(terms.wishes).toBe(WEIGHTS.wish);
    expect(terms.stability).toBe(-(500 + 10 * 50) - 50);
    expect(terms.fairness).toBe(-Math.floor((1500 * 1) / 3));
    expect(terms.empty).toBeLessThan(0);
    expect(terms.leftOut).toBe(0);
    expect(reckon(problem, grid.slice(1)).terms.leftOut).toBe(-2 * WEIGHTS.leftOut);
  });

  test("the worst-off tenth is the mean share of those who got least", () => {
    const wants = [...Array.from({ length: 19 }, () => [0]), [1, 2]];
    const problem = plain(2, [30, 30], 3, wants);
    expect(reckon(problem, [at(0, 0, 0), at(1, 1, 0), at(2, 1, 1)]).measures.worstTenth).toBe(750);
  });
});

test("a reckoner says of many grids what reckon says of each", () => {
  const problem = plain(2, [9, 9], 3, [[0, 1], [0, 2], [1]]);
  const again = reckoner(problem);
  for (const grid of [[], [at(0, 0, 0)], [at(0, 0, 0), at(1, 0, 1)]])
    expect(again(grid)).toEqual(reckon(problem, grid));
});

test("a long session covers two slots, and its fans are hands and hosts", () => {
  const problem = withSession(plain(3, [9], 1, [[0], []]), 0, { length: 2, hosts: [1] });
  expect([0, 1, 2].map((t) => covers(problem, at(0, 0, 0), t))).toEqual([true, true, false]);
  expect([...fansOfSession(problem, 0)].sort()).toEqual([0, 1]);
});
