import { expect, test } from "vitest";
import { compile } from "#domain/agenda/model.ts";
import { random } from "#domain/agenda/random.ts";
import { cloneState, emptyState, membersOf, put, settle } from "#domain/agenda/state.ts";
import { total } from "#domain/agenda/total.ts";
import { plain } from "#tests/domain/agenda/camps.ts";

const hasBit = (bits: Int32Array, offset: number, index: number): boolean =>
  ((bits[offset + (index >>> 5)]! >>> (index & 31)) & 1) === 1;

const wants = [[0, 1], [0, 1, 2], [2], [3], [0, 3]];

test("any and one say who has at least one and exactly one wanted session in a slot", () => {
  const state = emptyState(compile(plain(2, [9, 9, 9], 4, wants)));
  const dice = random(1);
  for (let i = 0; i < 200; i++) {
    put(state, dice.below(4), dice.below(3));
    settle(state, [0, 1]);
    for (const t of [0, 1])
      wants.forEach((list, person) => {
        const count = list.filter((s) => membersOf(state, t).includes(s)).length;
        expect([hasBit(state.any, t, person), hasBit(state.one, t, person)]).toEqual([
          count > 0,
          count === 1,
        ]);
      });
    const served = wants.map((list) => new Set(list.map((s) => state.begin[s]).filter((t) => t !== 2)).size);
    expect([...state.served]).toEqual(served);
  }
});

test("a slot with more sessions than rooms does not settle", () => {
  const state = emptyState(compile(plain(1, [9], 2, [[0, 1]])));
  put(state, 0, 0);
  expect(settle(state, [0])).toBe(true);
  put(state, 1, 0);
  expect(settle(state, [0])).toBe(false);
});

test("a clone is worth the same and goes its own way", () => {
  const state = emptyState(compile(plain(2, [9, 9], 4, wants)));
  put(state, 0, 0);
  settle(state, [0]);
  const copy = cloneState(state);
  expect(total(copy)).toBe(total(state));
  put(copy, 1, 1);
  settle(copy, [1]);
  expect(total(copy)).not.toBe(total(state));
  expect(state.begin[1]).toBe(2);
});
