import fc from "fast-check";
import { expect, test } from "vitest";
import { layTray } from "#domain/tray.ts";

const card = (id: string, audience: number) => ({ pitch: { id }, audience });
const lay = (cards: ReturnType<typeof card>[], ...pairs: [string, string][]) =>
  layTray(cards, pairs, ({ audience }) => audience).map(({ card: { pitch }, like }) =>
    like ? `${pitch.id} like ${like}` : pitch.id,
  );

test("the largest audience comes first, and of two as large the earlier", () => {
  expect(lay([card("a", 3), card("b", 9), card("c", 3)])).toEqual(["b", "a", "c"]);
});

test("what is alike lies together, where the largest of it would, and names that one", () => {
  const cards = [card("a", 1), card("b", 9), card("c", 5), card("d", 4)];
  expect(lay(cards, ["a", "b"])).toEqual(["b", "a like b", "c", "d"]);
  // Two that are both like a third are of one group.
  expect(lay(cards, ["a", "d"], ["d", "c"])).toEqual(["b", "c", "d like c", "a like c"]);
  // What lies on the grid is in no pair of the tray.
  expect(lay(cards, ["a", "x"])).toEqual(["b", "c", "d", "a"]);
});

test("every card lies there once, whatever is like what", () => {
  const id = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.array(fc.tuple(id, id)), (ids, pairs) => {
      const laid = layTray(
        ids.map((it) => card(it, Number(it) % 3)),
        pairs,
        ({ audience }) => audience,
      );
      expect(laid.map(({ card: { pitch } }) => pitch.id).sort()).toEqual([...ids].sort());
      expect(laid.every(({ like }) => like === null || ids.includes(like))).toBe(true);
    }),
  );
});
