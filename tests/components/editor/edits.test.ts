/** What one does oneself empties the hand: the card in it would be said to have been moved by another desk. */
import { expect, test } from "vitest";
import type { GridAnswer } from "#components/editor/answer.ts";
import { type Board, boardOf } from "#components/editor/board.ts";
import { type Edits, editsOf } from "#components/editor/edits.ts";
import type { Snapshot } from "#domain/live.ts";
import type { SuggestedGrid, Suggestion } from "#domain/suggestion.ts";

const ANSWER: GridAnswer = { desk: null, changed: null, undo: null, redo: null, refusal: null };
const grid = { placements: [], leftOut: [] } as unknown as SuggestedGrid;
const best = { ...grid, second: { grid, moves: 1, served: 1 } };
const frame = {
  ...{ rooms: [], slots: [], pitches: {}, published: 0 },
  ...{
    crowd: { people: 60, places: 86, basis: "usual" },
    suggestion: { id: "s", best } as unknown as Suggestion,
  },
};
const live = { v: 1, pitches: [], hands: {}, heads: [], draft: frame, placements: [] } as unknown as Snapshot;
const board: Board = boardOf({ live, answered: null, ahead: [] });
const RUN = { pitchId: "a", copy: 0 };

test.each<[string, (edits: Edits) => void]>([
  ["undoing", (edits) => edits.undoLast()],
  ["doing again", (edits) => edits.redoLast()],
  ["taking what was found", (edits) => edits.take(null)],
  ["taking one change of it", (edits) => edits.take(RUN)],
  ["taking the second grid", (edits) => edits.takeSecond()],
  ["taking a repeat", (edits) => edits.takeRepeat({ pitchId: "a", slotId: "1", roomId: "x" })],
  ["asking the planner", (edits) => edits.ask()],
])("%s empties the hand before it is sent", (_, does) => {
  const done: string[] = [];
  const act = async (kind: string) => {
    done.push(kind);
    return ANSWER;
  };
  does(editsOf({ board, zone: "UTC", act, say: () => {}, letGo: () => done.push("let go") }));
  expect(done).toEqual(["let go", expect.stringMatching(/^(undo|take|ask)$/)]);
});
