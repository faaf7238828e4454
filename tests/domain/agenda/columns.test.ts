import { expect, test } from "vitest";
import { pool, valuer } from "#domain/agenda/columns.ts";
import { cut } from "#domain/agenda/pieces.ts";
import { plain, servedOnly, withSession } from "#tests/domain/agenda/camps.ts";

test("a column is worth the people it serves, less those without a seat", () => {
  const problem = plain(2, [1, 9], 3, [[0, 1], [0, 1], [0], [2], [2]]);
  const value = valuer(cut(problem, true));
  expect(value(0, [0])).toBe(3000);
  expect(value(0, [0, 1])).toBe(3000);
  expect(value(0, [0, 2])).toBe(5000 - 1000);
  expect(valuer(cut(servedOnly(problem), true))(0, [0, 2])).toBe(5000);
});

test("what no rooms can hold has no worth", () => {
  const value = valuer(cut(withSession(plain(1, [9, 9], 2, [[]]), 0, { needs: ["piano"] }), true));
  expect([value(0, [0]), value(0, [1]), value(0, [])]).toEqual([null, 0, 0]);
});

test("a pool takes a column once", () => {
  const { add, columns } = pool();
  const column = { kind: 0, pieces: [1, 2], value: 3 };
  expect([add(column), add({ ...column }), add({ ...column, kind: 1 })]).toEqual([true, false, true]);
  expect(columns).toHaveLength(2);
});
