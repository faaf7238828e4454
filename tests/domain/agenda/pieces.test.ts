import { expect, test } from "vitest";
import { certifiable, cut } from "#domain/agenda/pieces.ts";
import { WEIGHTS } from "#domain/agenda/problem.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const base = plain(3, [9, 9], 4, [[0, 1, 2, 3], []]);

test("slots that are alike are one kind, and a host who is away sets one apart", () => {
  expect(cut(base, true).kinds.map(({ slots }) => slots)).toEqual([[0, 1, 2]]);
  const away = { ...withSession(base, 0, { hosts: [1] }), away: [[], [1]] };
  expect(cut(away, true).kinds.map(({ slots, candidates }) => [slots, candidates])).toEqual([
    [
      [0, 2],
      [0, 1, 2, 3],
    ],
    [[1], [1, 2, 3]],
  ]);
});

test("a long session is two halves that never share a slot", () => {
  const { pieces, foes, kinds } = cut(withSession(base, 1, { length: 2 }), true);
  expect(pieces.map(({ unit, half }) => [unit, half])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 0],
    [3, 0],
  ]);
  expect([...foes[1]!]).toEqual([2]);
  expect(kinds.map(({ candidates }) => candidates.includes(2))).toEqual([false, true, true]);
});

test("a slot is as full as it must be for everything to find a place", () => {
  expect(cut(base, true).kinds[0]).toMatchObject({ most: 2, least: 0 });
  expect(cut(plain(3, [9, 9], 6, [[]]), true).kinds[0]).toMatchObject({ most: 2, least: 2 });
  expect(cut(plain(3, [9, 9], 6, [[]]), false).kinds[0]).toMatchObject({ least: 0 });
});

test("only people served and people without a seat are certified", () => {
  const { weights } = certifiable({ ...base, weights: WEIGHTS });
  expect(weights).toEqual({
    ...WEIGHTS,
    empty: 0,
    fairness: 0,
    topic: 0,
    backToBack: 0,
    moved: 0,
    movedStar: 0,
    wish: 0,
  });
});
