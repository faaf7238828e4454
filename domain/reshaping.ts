/** What the desk decides of a session as a whole: over one slot or two, once or again. */
import { isWhole } from "#domain/cell.ts";
import { type Arranging, type Edit, isFree } from "#domain/draft.ts";
import { RANGES } from "#domain/limits.ts";
import { type RunId, sameRun } from "#domain/run.ts";
import { copiesOf, type Shape, shapeOf } from "#domain/shape.ts";

export const RESHAPINGS = ["lengthen", "shorten", "run_again", "run_less"] as const;
export type Reshaping = (typeof RESHAPINGS)[number];

/** Why a session cannot be as it is asked to be. */
export type ReshapeRefusal = "no_slot_after" | "slot_after_taken" | "runs_enough";

/**
 * What a decision about a session changes: all its runs become longer or shorter where they stand; one more of them
 * waits in the tray; or one of them is no more. A refusal where a run has no slot after it on its day, or somebody else
 * stands there, or it runs as often as a session may; null where there is nothing to change, and for a run there is not.
 */
export function reshaping(arranging: Arranging, run: RunId, act: Reshaping): Edit | ReshapeRefusal | null {
  const { placements, slots, pitches } = arranging;
  const { pitchId } = run;
  const before = shapeOf(pitches, pitchId);
  const mine = placements.filter((it) => it.pitchId === pitchId);
  const shaped = (after: Shape) => ({ shapes: [{ pitchId, before, after }] });
  if (act === "run_again" || act === "run_less") {
    const runs = before.runs + (act === "run_again" ? 1 : -1);
    if (runs > RANGES.runs.max) return "runs_enough";
    if (runs < RANGES.runs.min || !copiesOf(placements, pitches, pitchId).includes(run.copy)) return null;
    const gone = act === "run_less" ? mine.filter((it) => sameRun(it, run)) : [];
    return { before: gone, after: [], ...shaped({ ...before, runs }) };
  }
  const length = act === "lengthen" ? 2 : 1;
  if (length === before.length) return null;
  const after = mine.map((it) => ({ ...it, length }) as const);
  const others = placements.filter((it) => it.pitchId !== pitchId);
  if (!after.every((it) => isWhole(it, slots))) return "no_slot_after";
  const free = after.every((it, n) => isFree([...others, ...after.slice(0, n)], it, slots));
  return free ? { before: mine, after, ...shaped({ ...before, length }) } : "slot_after_taken";
}
