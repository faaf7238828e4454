/** What the planner answers: a grid, its price term by term, and what could not be met. */
import type { Placement } from "#domain/agenda/problem.ts";

/** Signed points (thousandths of a vote) of each term; penalties are negative. */
export type Terms = {
  readonly served: number;
  readonly seats: number;
  readonly empty: number;
  readonly fairness: number;
  readonly spread: number;
  readonly stability: number;
  readonly wishes: number;
  readonly leftOut: number;
};

export const TERM_NAMES = [
  "served",
  "seats",
  "empty",
  "fairness",
  "spread",
  "stability",
  "wishes",
  "leftOut",
] as const satisfies readonly (keyof Terms)[];

/** The same in people: what a screen says. */
export type Measures = {
  /** Over people and slots: how often somebody has somewhere wanted to go. */
  readonly served: number;
  /** The most `served` could be if nothing ever clashed. */
  readonly wishes: number;
  /** People beyond capacity, in thousandths (a person torn between two sessions is half in each). */
  readonly unseated: number;
  /** Mean share of the worst-off tenth, in thousandths of what they could have had. */
  readonly worstTenth: number;
};

/** The rule that keeps a session out of a cell, or out of the grid. */
export type Rule =
  | "slot-over"
  | "break"
  | "day-ends"
  | "pinned-elsewhere"
  | "slot-forbidden"
  | "host-away"
  | "host-elsewhere"
  | "same-session"
  | "room-closed"
  | "room-feature"
  | "step-free"
  | "cell-taken"
  | "no-room";

/** A copy of a session that found no place, the hands it had, and the rule most in the way. */
export type LeftOut = {
  readonly session: number;
  readonly copy: number;
  readonly hands: number;
  readonly rule: Rule;
  /** Sessions that stand in the way, if the rule names any. */
  readonly because: readonly number[];
};

/** A rule that a pin or a published placement breaks: the planner keeps it and says so. */
export type Warning = {
  readonly session: number;
  readonly copy: number;
  readonly rule: Rule;
  readonly because: readonly number[];
};

export type Solution = {
  readonly placements: readonly Placement[];
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
  readonly terms: Terms;
  readonly score: number;
  readonly measures: Measures;
};

export type Certificate = {
  /** By the certificate's measure. */
  readonly score: number;
  /** No grid has more points than this. */
  readonly bound: number;
  readonly proven: boolean;
  readonly better: readonly Placement[] | null;
};
