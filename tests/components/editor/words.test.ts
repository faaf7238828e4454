import { expect, test } from "vitest";
import type { Board } from "#components/editor/board.ts";
import { titleOf } from "#components/editor/words.ts";

const cards = new Map([["a", { pitch: { title: "Job swaps" } }]]) as unknown as Board["cards"];
const twice = { a: { shape: { length: 1 as const, runs: 2 } } };

test("a run is called by its session, and by which it is where there are several", () => {
  const board = { cards, placements: [], pitches: {} };
  expect(titleOf(board, { pitchId: "a", copy: 0 })).toBe("Job swaps");
  expect(titleOf({ ...board, pitches: twice }, { pitchId: "a", copy: 1 })).toBe("Job swaps, run 2 of 2");
});
