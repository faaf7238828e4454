import { expect, test } from "vitest";
import type { Board } from "#components/editor/board.ts";
import { moveWords, titleOf } from "#components/editor/words.ts";
import { slotsOf } from "#tests/support/slots-of.ts";

const cards = new Map([["a", { pitch: { title: "Job swaps" } }]]) as unknown as Board["cards"];
const twice = { a: { shape: { length: 1 as const, runs: 2 } } };

test("a run is called by its session, and by which it is where there are several", () => {
  const board = { cards, placements: [], pitches: {} };
  expect(titleOf(board, { pitchId: "a", copy: 0 })).toBe("Job swaps");
  expect(titleOf({ ...board, pitches: twice }, { pitchId: "a", copy: 1 })).toBe("Job swaps, run 2 of 2");
});

test("a session that is longer or shorter where it was is not said to move", () => {
  const board = { rooms: [], slots: slotsOf(["one", "two"]) };
  const spot = { slotId: "one", roomId: "hall" };
  const said = (from: object, to: object) => {
    const change = { pitchId: "a", copy: 0, title: "Job swaps" };
    return moveWords(
      { ...change, from: { ...spot, ...from }, to: { ...spot, ...to } },
      board,
      "Europe/London",
    );
  };
  expect(said({}, { length: 2 })).toBe("Job swaps: two slots from now on");
  expect(said({ length: 2 }, {})).toBe("Job swaps: one slot from now on");
});
