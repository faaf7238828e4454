/** What the desk does to the draft: each act is shown at once, said aloud, and sent. */
import { type Cell, onlyCell } from "#domain/cell.ts";
import { inTheWay, pinning, placementOf, placing, takingOff } from "#domain/draft.ts";
import { arrangedMark, type Placement } from "#domain/grid.ts";
import type { Spot } from "#domain/holding.ts";
import { type Reshaping, reshaping } from "#domain/reshaping.ts";
import type { Tells } from "#domain/review.ts";
import { keyOf, onlyRun, type RunId } from "#domain/run.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Acting } from "./acting.ts";
import type { Board } from "./board.ts";
import { type Taking, takingOf } from "./taking.ts";
import { placeWords, publishedWords, titleOf } from "./words.ts";

const words = wordsOf("editor");

export type Edits = Taking & {
  /** Puts a card in a cell. @param from where it was when whoever puts it there saw it: where it is, unless told */
  put: (run: RunId, cell: Cell, from?: Spot) => void;
  takeOff: (run: RunId) => void;
  pin: (run: RunId, pinned: boolean) => void;
  /** Over one slot or two, once or again. */
  reshape: (run: RunId, act: Reshaping) => void;
  expect: (pitchId: string, expected: number | null) => void;
  undoLast: () => void;
  redoLast: () => void;
  /** Asks the planner for a grid. */
  ask: () => void;
  putAway: () => void;
  /** @returns whether it was done */
  publish: (tells: Tells) => Promise<boolean>;
};

/** What an act is decided on, and where it goes. `letGo` empties the hand. */
type Around = {
  board: Board;
  zone: string;
  act: Acting["act"];
  say: (said: string) => void;
  letGo: () => void;
};

export function editsOf({ board, zone, act, say, letGo }: Around): Edits {
  const { placements } = board;
  const called = (run: RunId) => titleOf(board, run);
  return {
    put: (run, cell, from = spotOf(placementOf(placements, run))) => {
      const inWay = inTheWay(board, run, cell);
      const taken = list(inWay.map(called), readerLocale());
      const where = placeWords(board, zone, cell);
      say(taken ? words.said.swapped(called(run), taken) : words.said.placed(called(run), where));
      const asked = { ...onlyRun(run), cell, seen: { from, there: inWay.map(keyOf) } };
      act("edit", placing(board, run, cell), (does) => does.place(asked)).catch(forget);
    },
    takeOff: (run) => {
      const from = placementOf(placements, run);
      letGo();
      if (!from) return;
      say(words.said.off(called(run)));
      const asked = { ...onlyRun(run), from: onlyCell(from) };
      act("edit", takingOff(placements, run), (does) => does.takeOff(asked)).catch(forget);
    },
    pin: (run, pinned) => {
      letGo();
      say((pinned ? words.said.pinned : words.said.unpinned)(called(run)));
      const asked = { ...onlyRun(run), pinned };
      act("edit", pinning(placements, run, pinned), (does) => does.pin(asked)).catch(forget);
    },
    reshape: (run, what) => {
      letGo();
      const edit = reshaping(board, run, what);
      say(words.said[what](called(run)));
      const shown = typeof edit === "string" ? null : edit;
      act("edit", shown, (does) => does.reshape({ ...onlyRun(run), act: what })).catch(forget);
    },
    expect: (pitchId, expected) => {
      say(words.said.expected);
      act("edit", null, (does) => does.expect({ pitchId, expected })).catch(forget);
    },
    undoLast: () => {
      letGo();
      act("undo", null, (does) => does.undo())
        .then(({ undone, refusal }) => refusal || say(words.undone[undone ?? "nothing"]))
        .catch(forget);
    },
    redoLast: () => {
      letGo();
      act("undo", null, (does) => does.redo())
        .then(({ redone, refusal }) => refusal || say(words.redone[redone ?? "nothing"]))
        .catch(forget);
    },
    ask: () => {
      letGo();
      act("ask", null, (does) => does.ask()).catch(forget);
    },
    ...takingOf({ board, act, say, letGo, called }),
    putAway: () => void act("edit", null, (does) => does.drop()).catch(forget),
    publish: (tells) => {
      const agreed = { mark: arrangedMark(board), base: board.published, tells };
      return act("publish", null, (does) => does.publish!(agreed))
        .then(({ published }) => {
          if (published) say(publishedWords(published));
          return published !== undefined;
        })
        .catch(() => false);
    },
  };
}

const spotOf = (placed: Placement | null): Spot => placed && onlyCell(placed);

/** The fault was shown when it happened. */
function forget(): void {}
