/** What the editor shows, worked out from the live camp and from what was let go. Pure. */
import type { Expectation } from "#domain/audience.ts";
import { cardsOf, expectedAt } from "#domain/card.ts";
import type { Crowd } from "#domain/crowd.ts";
import {
  type Arranging,
  type Card,
  type Changed,
  type Desk,
  type Edit,
  edited,
  fits,
} from "#domain/draft.ts";
import type { DraftFrame, GridWarning, Placement } from "#domain/grid.ts";
import type { Snapshot } from "#domain/live.ts";
import type { RoomOff } from "#domain/room-off.ts";
import { keyOf, type RunId } from "#domain/run.ts";
import { type Shapes, waitingOf } from "#domain/shape.ts";
import type { Suggestion } from "#domain/suggestion.ts";
import type { Turnout } from "#domain/turnout.ts";
import { gridWarnings } from "#domain/warnings.ts";

export type Board = {
  rooms: DraftFrame["rooms"];
  slots: DraftFrame["slots"];
  placements: readonly Placement[];
  /** How long sessions are and how often they run. */
  pitches: Shapes;
  cards: ReadonlyMap<string, Card>;
  /** Runs that lie in the tray, those with most hands first. */
  unplaced: readonly (RunId & { card: Card })[];
  /** Of a run, where it stands or once it does. */
  expected: (run: RunId) => Expectation;
  /** What rooms that were counted say of all others. */
  turnout: Turnout;
  /** Whom the sessions are shared out among. */
  crowd: Crowd;
  /** Whether it is known how many hands are up; of what is kept nothing is expected but an organiser's own number. */
  counted: boolean;
  warnings: readonly GridWarning[];
  published: number;
  /** Rooms that are switched off. */
  off: readonly RoomOff[];
  /** What the planner was asked and has found. */
  suggestion: Suggestion | null;
};

type Known = {
  live: Snapshot;
  /** The draft of the last answer; the live one counts as soon as it is as new. */
  answered: Desk | null;
  /** What was let go and has not come back with the live camp so far, in that order. */
  ahead: readonly Ahead[];
};

/** An edit that is shown before it is known; `v` is the version that has it, null before it is answered. */
export type Ahead = { edit: Edit; v: number | null };

/** The edits ahead, once one of them was answered with what it changed, or was not taken. */
export function answeredWith(
  ahead: readonly Ahead[],
  own: Ahead | null,
  changed: Changed | null,
  known: number,
): Ahead[] {
  const others = ahead.filter(({ v }) => v === null || v > known);
  if (!changed) return others.filter((other) => other !== own);
  return own && others.includes(own)
    ? others.map((other) => (other === own ? changed : other))
    : [...others, changed];
}

/** Puts together what is newest of everything. @throws when the live camp carries no draft */
export function boardOf({ live, answered, ahead }: Known): Board {
  const { v, draft, placements: all } = newest(live, answered);
  const standing = new Set(live.pitches.map((pitch) => pitch.id));
  const base = all.filter((placement) => standing.has(placement.pitchId));
  // An edit that the server has taken already does not fit any more, and is passed over.
  let grid: Arranging = { placements: base, slots: draft.slots, pitches: draft.pitches };
  for (const { edit } of ahead.filter((one) => one.v === null || one.v > v))
    if (fits(grid, edit)) grid = { ...grid, ...edited(grid, edit) };
  const { placements, pitches } = grid;
  const cards = new Map(cardsOf(live, draft).map((card) => [card.pitch.id, card]));
  const { runs, sessions, turnout } = expectedAt(
    [...cards.values()],
    { ...draft, placements, pitches },
    live.heads,
  );
  // A card may be in a hand still whose run another desk has taken out.
  const expected = (run: RunId) => runs.get(keyOf(run)) ?? sessions.get(run.pitchId)!;
  return {
    rooms: draft.rooms,
    slots: draft.slots,
    placements,
    pitches,
    cards,
    unplaced: [...cards.values()]
      .sort((a, b) => b.hands - a.hands)
      .flatMap((card) => waitingOf(placements, pitches, card.pitch.id).map((run) => ({ ...run, card }))),
    expected,
    turnout,
    crowd: draft.crowd,
    counted: live.hands !== null,
    warnings: gridWarnings(placements, draft, cards, expected),
    published: draft.published,
    off: draft.off ?? [],
    suggestion: draft.suggestion && standingOf(draft.suggestion, standing),
  };
}

/** What stands where, for how long, as one text: something else is another question to the server. */
export const askedOf = ({ placements, pitches }: Board): string =>
  [
    ...placements.map((it) => `${keyOf(it)} ${it.slotId} ${it.roomId}`),
    ...Object.entries(pitches).map(([id, { shape }]) => (shape ? `${id} ${shape.length} ${shape.runs}` : "")),
  ].join();

function newest(
  live: Snapshot,
  answered: Desk | null,
): { v: number; draft: DraftFrame; placements: readonly Placement[] } {
  if (answered && answered.v > live.v)
    return { v: answered.v, draft: answered.draft, placements: answered.draft.placements };
  const { v, draft, placements } = live;
  if (!draft || !placements) throw new Error("the desk's snapshot carries a draft");
  return { v, draft, placements };
}

/** The suggestion without the pitches that were withdrawn since. */
function standingOf(suggestion: Suggestion, standing: ReadonlySet<string>): Suggestion {
  if (!suggestion.best) return suggestion;
  const { placements, leftOut, repeats } = suggestion.best;
  return {
    ...suggestion,
    best: {
      ...suggestion.best,
      placements: placements.filter((it) => standing.has(it.pitchId)),
      leftOut: leftOut.filter((it) => standing.has(it.pitchId)),
      ...(repeats && { repeats: repeats.filter((it) => standing.has(it.pitchId)) }),
    },
  };
}
