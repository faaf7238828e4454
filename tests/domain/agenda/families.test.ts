import { expect, test } from "vitest";
import { familiesOf, familyOf, pricesOf } from "#domain/agenda/families.ts";
import { layout } from "#domain/agenda/master.ts";
import { cut } from "#domain/agenda/pieces.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const base = plain(3, [9, 9], 4, [[0, 1, 2, 3], []]);
const away = { ...withSession(base, 0, { hosts: [1] }), away: [[], [1]] };

test("kinds of slots are one family, whoever may be there", () => {
  const pieces = cut(away, true);
  expect(pieces.kinds).toHaveLength(2);
  expect(familiesOf(pieces)).toEqual([{ kinds: [0, 1], candidates: [0, 1, 2, 3], most: 2, least: 0 }]);
  expect(familyOf(pieces, [1]).candidates).toEqual([1, 2, 3]);
});

test("with a long session every slot is on its own, because its halves cost something else in each", () => {
  const pieces = cut(withSession(base, 1, { length: 2 }), true);
  const master = layout(pieces, 0);
  const families = familiesOf(pieces);
  expect(families.map(({ kinds }) => kinds)).toEqual([[0], [1], [2]]);
  const duals = Float64Array.from(master.rows, (_, row) => 1 << row);
  const halves = families.map((family) => [...pricesOf(pieces, master, family, duals)].slice(1, 3));
  const [first, second] = [0, 1].map((kind) => master.joints[kind]![0]!);
  expect(halves).toEqual([
    [2 + (1 << first!), 0],
    [2 + (1 << second!), -(1 << first!)],
    [0, -(1 << second!)],
  ]);
});
