import { expect, test } from "vitest";
import { missed, tornPairs } from "#domain/agenda/torn.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const base = plain(2, [9, 9, 9], 5, [[0, 1], [0, 1, 2], [0, 2, 3], [4], [0, 4]]);
const grid = [0, 1, 2].map((session) => ({ session, copy: 0, slot: 0, room: session }));
const late = { session: 3, copy: 0, slot: 1, room: 0 };

test("the pairs that tear most people come first", () => {
  expect(tornPairs(base, [...grid, late], 2)).toEqual([
    { slot: 0, sessions: [0, 1], people: 2 },
    { slot: 0, sessions: [0, 2], people: 2 },
  ]);
  expect(tornPairs(base, grid, 9)).toHaveLength(3);
});

test("a camper hears what they miss and why", () => {
  expect(missed(base, [...grid, late], 2)).toEqual([
    { session: 0, why: "side-by-side", slot: 0, beside: [2] },
    { session: 2, why: "side-by-side", slot: 0, beside: [0] },
  ]);
  expect(missed(base, grid, 3)).toEqual([{ session: 4, why: "left-out", slot: null, beside: [] }]);
});

test("who hosts misses the others because of that, and a repeat mends it", () => {
  const hosted = withSession(base, 0, { hosts: [1] });
  expect(missed(hosted, grid, 1)).toEqual([
    { session: 1, why: "hosting", slot: 0, beside: [0, 2] },
    { session: 2, why: "hosting", slot: 0, beside: [0, 1] },
  ]);
  const repeat = { session: 1, copy: 1, slot: 1, room: 1 };
  expect(
    missed(withSession(hosted, 1, { copies: 2 }), [...grid, repeat], 1).map(({ session }) => session),
  ).toEqual([2]);
});
