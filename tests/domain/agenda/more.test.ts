import { expect, test } from "vitest";
import { oneMore, repeatOf } from "#domain/agenda/more.ts";
import { finish } from "#domain/agenda/pauses.ts";
import { plain } from "#tests/domain/agenda/camps.ts";

test("one more slot parts two sessions everybody wants; one more room does not", () => {
  const problem = plain(1, [9, 9], 2, [[0, 1], [0, 1], [0]]);
  expect(finish(oneMore(problem, 1, 500))).toEqual({
    room: { served: 0, unseated: 0, leftOut: 0 },
    slot: { served: 2, unseated: 0, leftOut: 0 },
  });
});

test("one more room takes in what was left out", () => {
  const problem = plain(1, [9], 2, [[0], [1]]);
  expect(finish(oneMore(problem, 1, 500)).room).toMatchObject({ served: 1, leftOut: -1 });
});

test("a repeat is proposed with the people it would serve, into an empty cell only", () => {
  const problem = plain(2, [9, 9], 3, [[0, 1], [0, 1], [1], [2]]);
  const grid = [
    { session: 0, copy: 0, slot: 0, room: 0 },
    { session: 1, copy: 0, slot: 0, room: 1 },
    { session: 2, copy: 0, slot: 1, room: 0 },
  ];
  expect(repeatOf(problem, grid, 0)).toEqual({ session: 0, slot: 1, room: 1, people: 2 });
  expect(repeatOf({ ...problem, rooms: problem.rooms.slice(0, 1) }, grid.slice(0, 1), 0)).toBeNull();
});
