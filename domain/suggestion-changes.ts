/** What taking a suggestion would change in the draft, as a whole or session by session. */
import { type Cell, cellsOf, isWhole, sameCell } from "#domain/cell.ts";
import {
  type Arranging,
  type Edit,
  edited,
  isFree,
  placementOf,
  placing,
  standingAt,
  suggesting,
  takingOff,
} from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { RANGES } from "#domain/limits.ts";
import { onlyRun, type RunId } from "#domain/run.ts";
import { shapeOf, waitingOf } from "#domain/shape.ts";
import type { SuggestedGrid, SuggestedPlacement, SuggestedRepeat, Unplaced } from "#domain/suggestion.ts";

export type SuggestedChange = RunId & {
  kind: "placed" | "moved" | "out";
  from: Cell | null;
  to: SuggestedPlacement | null;
  /** Why it has no place; null while it has one. */
  out: Unplaced | null;
};

/** Which repeat of a suggestion: of what, and where. */
export type Repeated = Pick<SuggestedRepeat, "pitchId" | "slotId" | "roomId">;

/** The changes of a suggestion against the draft as it is: who moves, who is new, who has no place. */
export function changesOf(
  { placements, leftOut }: SuggestedGrid,
  draft: readonly Placement[],
): SuggestedChange[] {
  const changes = placements.flatMap((to): SuggestedChange[] => {
    const from = placementOf(draft, to);
    if (sameCell(from, to)) return [];
    return [{ ...onlyRun(to), kind: from ? "moved" : "placed", from, to, out: null }];
  });
  const without = leftOut.map(
    (out): SuggestedChange => ({
      ...onlyRun(out),
      kind: "out",
      from: placementOf(draft, out),
      to: null,
      out,
    }),
  );
  return [...changes, ...without];
}

/** Takes the second grid of a suggestion. Repeats of the first that were taken stand where their cells are free in it. */
export function takingSecond({ second, repeats }: SuggestedGrid, draft: Arranging): Edit | null {
  return second ? takingAll({ ...second.grid, ...(repeats && { repeats }) }, draft) : null;
}

/**
 * Takes the whole suggestion; what is pinned stays so, and repeats that were taken stand. Null when the draft is it already.
 */
export function takingAll(best: SuggestedGrid, draft: Arranging): Edit | null {
  const whole = best.placements.map((it) => standingAt(draft, it, it));
  const repeats = draft.placements.filter((it) => !placementOf(whole, it) && isRepeat(best, it));
  return suggesting(draft.placements, [
    ...whole,
    ...repeats.filter((it) => isFree(whole, it, draft.slots) && !isBeside(whole, it, draft.slots)),
  ]);
}

/** Whether another run of the same session is on meanwhile. */
function isBeside(runs: readonly Placement[], it: Placement, slots: Arranging["slots"]): boolean {
  const during = (run: Placement) => cellsOf(run, slots).map(({ slotId }) => slotId);
  return runs.some((run) => run.pitchId === it.pitchId && during(run).some((id) => during(it).includes(id)));
}

const isRepeat = ({ repeats = [] }: SuggestedGrid, it: Pick<Placement, "pitchId"> & Cell): boolean =>
  repeats.some((repeat) => repeat.pitchId === it.pitchId && sameCell(repeat, it));

/** The repeats that are not in the draft so far. */
export function repeatsLeft(best: SuggestedGrid, draft: readonly Placement[]): SuggestedRepeat[] {
  const { repeats = [] } = best;
  return repeats.filter((it) => !draft.some((run) => run.pitchId === it.pitchId && sameCell(run, it)));
}

/**
 * Lets a session run again in the cell that was found for it. Null where that is done, or does not fit the draft as it is:
 * its other runs are not where the suggestion has them, or somebody else stands there.
 */
export function takingRepeat(best: SuggestedGrid, draft: Arranging, repeat: Repeated): Edit | null {
  const { pitchId } = repeat;
  const before = shapeOf(draft.pitches, pitchId);
  const suggested = best.placements.filter((it) => it.pitchId === pitchId);
  const mine = draft.placements.filter((it) => it.pitchId === pitchId);
  const taken = mine.filter((it) => !placementOf(suggested, it) && isRepeat(best, it));
  const stands = suggested.every((it) => sameCell(placementOf(draft.placements, it), it));
  const whole = mine.length === suggested.length + taken.length && before.runs === mine.length;
  if (!isRepeat(best, repeat) || !stands || !whole || before.runs >= RANGES.runs.max) return null;
  const shape = { pitchId, before, after: { ...before, runs: before.runs + 1 } };
  const pitches = { ...draft.pitches, [pitchId]: { shape: shape.after } };
  const [run] = waitingOf(draft.placements, pitches, pitchId);
  const to = standingAt({ ...draft, pitches }, run!, repeat);
  const free = isWhole(to, draft.slots) && isFree(draft.placements, to, draft.slots);
  return free ? { before: [], after: [to], shapes: [shape] } : null;
}

/** Takes the whole suggestion, and every repeat that fits then. Null where nothing is left of it. */
export function takingWithRepeats(best: SuggestedGrid, draft: Arranging): Edit | null {
  let [edit, now] = [takingAll(best, draft), draft];
  if (edit) now = { ...draft, ...edited(draft, edit) };
  for (const repeat of repeatsLeft(best, draft.placements)) {
    const more = takingRepeat(best, now, repeat);
    if (!more) continue;
    edit = edit ? both(edit, more) : more;
    now = { ...now, ...edited(now, more) };
  }
  return edit;
}

/** Two edits as one. A session runs again once or twice: it is decided once, from before the first to after the last. */
function both(one: Edit, other: Edit): Edit {
  const shapes = new Map((one.shapes ?? []).map((it) => [it.pitchId, it]));
  for (const it of other.shapes ?? [])
    shapes.set(it.pitchId, { ...it, before: shapes.get(it.pitchId)?.before ?? it.before });
  return {
    before: [...one.before, ...other.before],
    after: [...one.after, ...other.after],
    shapes: [...shapes.values()],
  };
}

/** Takes one change: who lies in its cell changes places with it. Null when there is nothing to change. */
export function takingOne(best: SuggestedGrid, draft: Arranging, run: RunId): Edit | null {
  const to = placementOf(best.placements, run);
  return to ? placing(draft, run, to) : takingOff(draft.placements, run);
}
