import { describe, expect, test } from "vitest";
import { layBack } from "#domain/agenda/lay-back.ts";
import { cut } from "#domain/agenda/pieces.ts";
import type { Problem } from "#domain/agenda/problem.ts";
import { breaches, plain, withSession } from "#tests/domain/agenda/camps.ts";

/** Two slots and two rooms; session 0 is long, 1 and 2 are short. */
const base = withSession(plain(2, [9, 9], 3, [[0], [1], [2]]), 0, { length: 2 });
const closed = (problem: Problem, room: number, slots: number[]): Problem => ({
  ...problem,
  rooms: problem.rooms.map((it, r) => (r === room ? { ...it, closed: slots } : it)),
});

/** Session 0 in both slots, 1 beside its first half and 2 beside its second. */
function columnsOf(problem: Problem) {
  const pieces = cut(problem, true);
  const at = (unit: number, half: number) =>
    pieces.pieces.findIndex((it) => it.unit === unit && it.half === half);
  const kindOf = (slot: number) => pieces.kinds.findIndex(({ slots }) => slots.includes(slot));
  const columns = [
    { kind: kindOf(0), pieces: [at(0, 0), at(1, 0)], value: 0 },
    { kind: kindOf(1), pieces: [at(0, 1), at(2, 0)], value: 0 },
  ];
  return { pieces, columns };
}

describe("laying columns back", () => {
  test("a long session that had no place is given a room that is open in both its slots", () => {
    const problem = closed(base, 0, []);
    const { pieces, columns } = columnsOf(problem);
    const grid = layBack(problem, pieces, columns, [])!;
    expect(breaches(problem, grid)).toEqual([]);
    expect(grid.map(({ session, slot }) => [session, slot]).sort()).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    const picky = withSession(
      { ...problem, rooms: problem.rooms.map((it, r) => ({ ...it, stepFree: r === 1 })) },
      0,
      { length: 2, stepFree: true },
    );
    const again = columnsOf(picky);
    expect(
      layBack(picky, again.pieces, again.columns, [])!.find(({ session }) => session === 0),
    ).toMatchObject({
      room: 1,
    });
  });

  test("there is no grid when it could not keep one room", () => {
    const problem = closed(closed(base, 0, [0]), 1, [1]);
    const pieces = cut(problem, false);
    const first = pieces.pieces.findIndex(({ unit, half }) => unit === 0 && half === 0);
    const second = pieces.pieces.findIndex(({ unit, half }) => unit === 0 && half === 1);
    const kindOf = (slot: number) => pieces.kinds.findIndex(({ slots }) => slots.includes(slot));
    const columns = [
      { kind: kindOf(0), pieces: [first], value: 0 },
      { kind: kindOf(1), pieces: [second], value: 0 },
    ];
    expect(layBack(problem, pieces, columns, [])).toBeNull();
  });
});
