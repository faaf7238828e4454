import { expect, test } from "vitest";
import { layout, roundDual } from "#domain/agenda/master.ts";
import { cut } from "#domain/agenda/pieces.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const base = plain(2, [9, 9], 3, [[0, 1], [1], [2]]);

test("every unit is somewhere once, and every kind of slot is filled as often as there are slots", () => {
  const { rows, variable } = layout(cut(base, true), 0);
  expect(rows).toEqual([
    ...Array.from({ length: 3 }, () => ({ lower: 1, upper: 1 })),
    { lower: 2, upper: 2 },
  ]);
  expect(variable({ kind: 0, pieces: [0, 2], value: 7 })).toEqual({
    cost: 7,
    upper: 2,
    rows: [3, 0, 2],
    values: [1, 1, 1],
  });
});

test("when hands are left out, no grid may leave out more", () => {
  const { rows, handsRow, variable } = layout(cut(base, false), 1);
  expect(rows[0]).toEqual({ lower: 0, upper: 1 });
  expect(rows[handsRow]).toEqual({ lower: 4 - 1, upper: 4 });
  const { rows: at, values } = variable({ kind: 0, pieces: [0, 1], value: 0 });
  expect(values[at.indexOf(handsRow)]).toBe(3);
});

test("the first half of a long session calls for the second in the next slot", () => {
  const pieces = cut(withSession(base, 0, { length: 2 }), true);
  const { variable, rows } = layout(pieces, 0);
  const first = variable({ kind: 0, pieces: [0], value: 0 });
  const second = variable({ kind: 1, pieces: [1], value: 0 });
  const joint = rows.length - 1;
  expect(rows[joint]).toEqual({ lower: 0, upper: 0 });
  expect([first.values[first.rows.indexOf(joint)], second.values[second.rows.indexOf(joint)]]).toEqual([
    1, -1,
  ]);
});

test("a price is rounded to whole fine points and keeps the sign a bound needs", () => {
  expect(roundDual({ lower: 1, upper: 1 }, -1.2344, 1000)).toBe(-1234);
  expect(roundDual({ lower: 0, upper: 1 }, -0.1, 1000)).toBe(0);
  expect(roundDual({ lower: 3, upper: 9 }, 0.1, 1000)).toBe(0);
});
