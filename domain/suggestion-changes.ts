/** What taking a suggestion would change in the draft, as a whole or session by session. */
import { type Cell, sameCell } from "#domain/cell.ts";
import {
  type Arranging,
  type Edit,
  placementOf,
  placing,
  standingAt,
  suggesting,
  takingOff,
} from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { onlyRun, type RunId } from "#domain/run.ts";
import type { SuggestedGrid, SuggestedPlacement, Unplaced } from "#domain/suggestion.ts";

export type SuggestedChange = RunId & {
  kind: "placed" | "moved" | "out";
  from: Cell | null;
  to: SuggestedPlacement | null;
  /** Why it has no place; null while it has one. */
  out: Unplaced | null;
};

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

/** Takes the whole suggestion; what is pinned stays so. Null when the draft is it already. */
export function takingAll({ placements }: SuggestedGrid, draft: Arranging): Edit | null {
  return suggesting(
    draft.placements,
    placements.map((it) => standingAt(draft, it, it)),
  );
}

/** Takes one change: who lies in its cell changes places with it. Null when there is nothing to change. */
export function takingOne(best: SuggestedGrid, draft: Arranging, run: RunId): Edit | null {
  const to = placementOf(best.placements, run);
  return to ? placing(draft, run, to) : takingOff(draft.placements, run);
}
