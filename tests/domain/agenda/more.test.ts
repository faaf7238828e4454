import { expect, test } from "vitest";
import { oneMore } from "#domain/agenda/more.ts";
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
