/** Taking what the planner found: shown at once as it will be, and then as the server answers. */
import { onlyCell } from "#domain/cell.ts";
import { placementOf } from "#domain/draft.ts";
import { onlyRun, type RunId } from "#domain/run.ts";
import {
  type Repeated,
  takingAll,
  takingOne,
  takingRepeat,
  takingSecond,
  takingWithRepeats,
} from "#domain/suggestion-changes.ts";
import { wordsOf } from "#messages/words.ts";
import type { Acting } from "./acting.ts";
import type { Board } from "./board.ts";

const words = wordsOf("suggestion");

export type Taking = {
  /** Takes what the planner found: one change, or all of it. */
  take: (run: RunId | null) => void;
  /** Takes all of the second grid, where there is one. */
  takeSecond: () => void;
  /** Lets a session run again where that was found to help; or takes all of it, and every such repeat. */
  takeRepeat: (repeat: Repeated | "all") => void;
};

type Around = {
  board: Board;
  act: Acting["act"];
  /** Says something aloud. */
  say: (said: string) => void;
  /** Empties the hand: a card that is held would be taken to be moved by another desk. */
  letGo: () => void;
  /** What a run is called. */
  called: (run: RunId) => string;
};

export function takingOf({ board, act, say, letGo, called }: Around): Taking {
  const { suggestion } = board;
  const best = suggestion?.best;
  if (!suggestion || !best) return { take: forget, takeSecond: forget, takeRepeat: forget };
  const from = { suggestion: suggestion.id, change: null };
  return {
    take: (run) => {
      letGo();
      const edit = run === null ? takingAll(best, board) : takingOne(best, board, run);
      say(run === null ? words.taken : words.takenOne(called(run)));
      const to = run && placementOf(best.placements, run);
      const change = run && { ...onlyRun(run), to: to && onlyCell(to) };
      act("take", edit, (does) => does.take({ ...from, change })).catch(forget);
    },
    takeSecond: () => {
      letGo();
      if (!best.second) return;
      say(words.taken);
      const edit = takingSecond(best, board);
      act("take", edit, (does) => does.take({ ...from, second: true })).catch(forget);
    },
    takeRepeat: (repeat) => {
      letGo();
      const all = repeat === "all";
      const edit = all ? takingWithRepeats(best, board) : takingRepeat(best, board, repeat);
      say(all ? words.repeats.takenAll : words.repeats.taken(called({ pitchId: repeat.pitchId, copy: 0 })));
      const asked = all ? repeat : { pitchId: repeat.pitchId, ...onlyCell(repeat) };
      act("take", edit, (does) => does.take({ ...from, repeat: asked })).catch(forget);
    },
  };
}

/** The fault was shown when it happened. */
function forget(): void {}
