import { expect, test } from "vitest";
import {
  CARD_STATES,
  comesBack,
  daysAfter,
  groupsOf,
  isAgreed,
  isHiddenCard,
  isOpen,
  isUp,
  legsOf,
  SWAP_STATES,
  shownCount,
} from "#domain/swap.ts";

test("a card is on the board in one state, and its owner puts it back from two", () => {
  expect([CARD_STATES.filter(isUp), CARD_STATES.filter(isHiddenCard)]).toEqual([["up"], ["hidden"]]);
  expect(CARD_STATES.filter(comesBack)).toEqual(["down", "expired"]);
});

test("a swap waits for answers, was agreed, or came to nothing", () => {
  expect([SWAP_STATES.filter(isOpen), SWAP_STATES.filter(isAgreed)]).toEqual([["open"], ["agreed"]]);
});

test("each of a match shows to the next, and of an ask the first to the second alone", () => {
  expect(legsOf("match", 2)).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(legsOf("match", 3)).toEqual([
    [0, 1],
    [1, 2],
    [2, 0],
  ]);
  expect(legsOf("ask", 2)).toEqual([[0, 1]]);
});

test("counts under five are not shown", () => {
  expect([0, 1, 4, 5, 23].map(shownCount)).toEqual([null, null, null, 5, 23]);
});

test("days are counted from an instant, forwards and back", () => {
  const at = new Date("2026-07-14T08:00:00Z");
  expect([daysAfter(at, 60), daysAfter(at, -1)].map((day) => day.toISOString())).toEqual([
    "2026-09-12T08:00:00.000Z",
    "2026-07-13T08:00:00.000Z",
  ]);
});

test("rows of one kind are together, in the order of the first of each", () => {
  expect(groupsOf(["b1", "a1", "b2"], (row) => row[0]!)).toEqual([["b1", "b2"], ["a1"]]);
  expect(groupsOf([], String)).toEqual([]);
});
