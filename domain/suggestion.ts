/** What the planner's answer means at the desk: a grid in the camp's own ids, and how near the best it is. */
import type { Placement as Placed, Problem } from "#domain/agenda/problem.ts";
import type { Repeat } from "#domain/agenda/repeat.ts";
import type { Second } from "#domain/agenda/second.ts";
import type { Rule, Solution } from "#domain/agenda/solution.ts";
import { covers, fansOfSession } from "#domain/agenda/terms.ts";
import type { Cell } from "#domain/cell.ts";
import { type Named, runNamed } from "#domain/planner-names.ts";
import type { RunId } from "#domain/run.ts";

/** asked: no worker has it yet. failed: it broke, and has to be asked for again. */
export const SUGGESTION_STATES = ["asked", "thinking", "done", "failed"] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export const isThinking = (state: SuggestionState): boolean => state === "thinking";

export const isUnderWay = (state: SuggestionState): boolean => state === "asked" || isThinking(state);

export const hasFailed = (state: SuggestionState): boolean => state === "failed";

export type SuggestedPlacement = RunId & {
  slotId: string;
  roomId: string;
  hands: number;
  /** Those who want it and nothing else at that time. */
  only: number;
};

/** A session that could run again in a free cell; `people`, `hosting` and `seats` as in `Repeat`. */
export type SuggestedRepeat = Cell & Pick<Repeat, "people" | "hosting" | "seats"> & { pitchId: string };

export type Unplaced = RunId & { hands: number; rule: Rule; because: readonly string[] };

export type SuggestedGrid = {
  placements: readonly SuggestedPlacement[];
  leftOut: readonly Unplaced[];
  /** How often somebody has somewhere wanted to go, and how often somebody could at all. */
  served: number;
  wishes: number;
  /** People who want anything. */
  people: number;
  /** People beyond the seats there are. */
  unseated: number;
  /** By the certificate's measure, in thousandths of a wish. */
  points: number;
  /** By every term; the higher one is the better grid. */
  score: number;
  /** What could run again, the most useful first; left out where nothing is worth it, and before all is looked at. */
  repeats?: readonly SuggestedRepeat[];
  /** Where something is published already and the price of moving forbids what would meet more wishes. */
  second?: SecondGrid;
};

/** A grid to be taken instead: so many more sessions move, and so many more wishes are met. */
export type SecondGrid = { grid: SuggestedGrid; moves: number; served: number };

/** No grid has more than `bound`, in thousandths of a wish; `final` when nothing more will be known. */
export type Bound = { bound: number; final: boolean };

export type Suggestion = {
  id: string;
  state: SuggestionState;
  askedAt: string;
  best: SuggestedGrid | null;
  /** Some of it is in the draft: no better one takes its place any more. */
  taken: boolean;
  bound: Bound | null;
};

/** A solution in the ids of the camp. @param named the runs of the problem’s sessions, in their order */
export function suggestedGridOf(
  problem: Problem,
  named: Named,
  solution: Solution,
  { second = null, repeats = [] }: { second?: Second | null; repeats?: readonly Repeat[] } = {},
): SuggestedGrid {
  const fans = problem.sessions.map((_, session) => fansOfSession(problem, session));
  const { placements, leftOut, measures, terms } = solution;
  return {
    placements: placements.map((it) => ({
      ...runNamed(named, it),
      slotId: problem.slots[it.slot]!.id,
      roomId: problem.rooms[it.room]!.id,
      hands: fans[it.session]!.size,
      only: onlyThere(problem, placements, it, fans),
    })),
    leftOut: leftOut.map(({ hands, rule, because, ...it }) => ({
      ...runNamed(named, it),
      hands,
      rule,
      because: because.map((other) => named.pitchIds[other]!),
    })),
    served: measures.served,
    wishes: measures.wishes,
    people: new Set(fans.flatMap((who) => [...who])).size,
    unseated: Math.round(measures.unseated / 1000),
    points: terms.served + terms.seats,
    score: solution.score,
    ...(repeats.length > 0 && { repeats: repeats.map((it) => repeatNamed(problem, named, it)) }),
    ...(second !== null && { second: secondGridOf(problem, named, second) }),
  };
}

function repeatNamed(
  { slots, rooms }: Problem,
  { pitchIds }: Named,
  { session, slot, room, ...served }: Repeat,
): SuggestedRepeat {
  return { pitchId: pitchIds[session]!, slotId: slots[slot]!.id, roomId: rooms[room]!.id, ...served };
}

function secondGridOf(problem: Problem, named: Named, { solution, moves, served }: Second): SecondGrid {
  return { grid: suggestedGridOf(problem, named, solution), moves, served };
}

/** Those who want a session and nothing else that runs beside it. */
function onlyThere(
  problem: Problem,
  grid: readonly Placed[],
  it: Placed,
  fans: readonly Set<number>[],
): number {
  const beside = grid.filter((other) => other !== it && covers(problem, other, it.slot));
  return [...fans[it.session]!].filter((person) => !beside.some((other) => fans[other.session]!.has(person)))
    .length;
}

/** How near the best a solution is. `more` is whole wishes that no grid can exceed it by. */
export type Verdict = { kind: "best" } | { kind: "within"; more: number } | { kind: "open" } | null;

/** What may be said of a solution: nothing while only the trivial bound is known and more may come. */
export function verdictOf({ best, bound }: Pick<Suggestion, "best" | "bound">): Verdict {
  if (!best || !bound) return null;
  const gap = bound.bound - best.points;
  if (gap <= 0) return { kind: "best" };
  if (bound.bound >= best.wishes * 1000) return bound.final ? { kind: "open" } : null;
  return { kind: "within", more: Math.ceil(gap / 1000) };
}
