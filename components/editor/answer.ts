/** What the grid's actions take and answer. */
import type { Cell } from "#domain/cell.ts";
import type { Changed, Desk, EditAct, Seen } from "#domain/draft.ts";
import type { Reshaping } from "#domain/reshaping.ts";
import type { Tells } from "#domain/review.ts";
import type { RunId } from "#domain/run.ts";
import type { Repeated } from "#domain/suggestion-changes.ts";

/** What an act changed, or the draft as it is afterwards; and why the act was refused if it was. */
export type GridAnswer = {
  /** Null where only what is in `changed` changed, and for whoever may not see the draft any more. */
  desk: Desk | null;
  changed: Changed | null;
  /** What this person could take back next. */
  undo: EditAct | null;
  /** What of it they could do again. */
  redo: EditAct | null;
  refusal: { what: string; next: string } | null;
  undone?: EditAct | "overtaken" | "nothing";
  redone?: EditAct | "overtaken" | "nothing";
  /** The number of the version that is out, and how many people are told of it. */
  published?: { number: number; told: number };
};

/**
 * The suggestion that is taken, and which change of it as the person saw it; null for all. Or the second instead; or one of
 * its repeats, or all of it with those.
 */
export type Taken = {
  suggestion: string;
  change: (RunId & { to: Cell | null }) | null;
  second?: boolean;
  repeat?: Repeated | "all";
};

/** The acts of the editor, bound to a camp by its page. */
export type GridActions = {
  place: (input: RunId & { cell: Cell; seen: Seen }) => Promise<GridAnswer>;
  takeOff: (input: RunId & { from: Cell }) => Promise<GridAnswer>;
  pin: (input: RunId & { pinned: boolean }) => Promise<GridAnswer>;
  /** How long a session is, and how often it runs. */
  reshape: (input: RunId & { act: Reshaping }) => Promise<GridAnswer>;
  /** The crew's own number of heads; null goes back to what the hands say. */
  expect: (input: { pitchId: string; expected: number | null }) => Promise<GridAnswer>;
  undo: () => Promise<GridAnswer>;
  redo: () => Promise<GridAnswer>;
  /** Asks the planner; what it finds comes with the draft. */
  ask: () => Promise<GridAnswer>;
  /** Takes what was found, all of it or one change. */
  take: (input: Taken) => Promise<GridAnswer>;
  /** Puts what was found away. */
  drop: () => Promise<GridAnswer>;
  /** Takes what was agreed to: the draft's mark, the version that people see, and whom to tell. Null for whoever may not publish. */
  publish: ((agreed: { mark: string; base: number; tells: Tells }) => Promise<GridAnswer>) | null;
};
