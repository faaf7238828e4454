import { expect, test } from "vitest";
import type { Board } from "#components/editor/board.ts";
import { titleOf, toneOf, weightWords } from "#components/editor/words.ts";

const cards = new Map([["a", { pitch: { title: "Job swaps" } }]]) as unknown as Board["cards"];
const twice = { a: { shape: { length: 1 as const, runs: 2 } } };

test("a run is called by its session, and by which it is where there are several", () => {
  const board = { cards, placements: [], pitches: {} };
  expect(titleOf(board, { pitchId: "a", copy: 0 })).toBe("Job swaps");
  expect(titleOf({ ...board, pitches: twice }, { pitchId: "a", copy: 1 })).toBe("Job swaps, run 2 of 2");
});

test("a cell says both for how many it is better, and how many would find no seat there", () => {
  const weight = { rule: null, people: 0, unseated: 0, with: null };
  expect(weightWords(weight)).toBe("no change");
  expect(weightWords({ ...weight, people: 52 })).toBe("52 more people");
  expect(weightWords({ ...weight, people: 52, unseated: 19 })).toBe("52 more people, 19 seats short");
  expect(weightWords({ ...weight, people: -1, unseated: -4 })).toBe("1 fewer person, 4 more seats");
  expect(weightWords({ ...weight, people: 52, rule: "step-free" })).toBe("the room is not step-free");
});

test("a cell is good news as far as those it is better for have a seat", () => {
  const weight = { rule: null, people: 0, unseated: 0, with: null };
  expect(toneOf(weight)).toBe("plain");
  expect(toneOf({ ...weight, people: 52, unseated: 19 })).toBe("good");
  expect(toneOf({ ...weight, people: 4, unseated: 9 })).toBe("bad");
  expect(toneOf({ ...weight, people: 52, rule: "step-free" })).toBe("bad");
});
