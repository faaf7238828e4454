/** What taking a suggestion would change in the draft, as a whole or session by session. */
import {
  type Cell,
  type Edit,
  placementOf,
  placing,
  sameCell,
  suggesting,
  takingOff,
} from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import type { SuggestedGrid, SuggestedPlacement, Unplaced } from "#domain/suggestion.ts";

export type SuggestedChange = {
  pitchId: string;
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
    const from = placementOf(draft, to.pitchId);
    if (sameCell(from, to)) return [];
    return [{ pitchId: to.pitchId, kind: from ? "moved" : "placed", from, to, out: null }];
  });
  const without = leftOut.map(
    (out): SuggestedChange => ({
      pitchId: out.pitchId,
      kind: "out",
      from: placementOf(draft, out.pitchId),
      to: null,
      out,
    }),
  );
  return [...changes, ...without];
}

/** Takes the whole suggestion; what is pinned stays so. Null when the draft is it already. */
export function takingAll({ placements }: SuggestedGrid, draft: readonly Placement[]): Edit | null {
  return suggesting(
    draft,
    placements.map(({ pitchId, slotId, roomId }) => {
      const pinned = placementOf(draft, pitchId)?.pinned ?? false;
      return { pitchId, slotId, roomId, pinned };
    }),
  );
}

/** Takes one change: who lies in its cell changes places with it. Null when there is nothing to change. */
export function takingOne(best: SuggestedGrid, draft: readonly Placement[], pitchId: string): Edit | null {
  const to = best.placements.find((it) => it.pitchId === pitchId);
  return to ? placing(draft, pitchId, to) : takingOff(draft, pitchId);
}
