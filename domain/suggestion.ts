/** A proposed grid beside the draft: what taking it would change, whole or line by line. */
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
import type { Proposed, Suggested, Unplaced } from "#domain/plan.ts";

/** What taking a proposal would change, session by session. */
export type Line = {
  pitchId: string;
  kind: "placed" | "moved" | "out";
  from: Cell | null;
  to: Proposed | null;
  /** Why it has no place; null while it has one. */
  out: Unplaced | null;
};

/** The lines of a proposal against the draft as it is: who moves, who is new, who has no place. */
export function linesOf({ placements, leftOut }: Suggested, draft: readonly Placement[]): Line[] {
  const lines = placements.flatMap((to): Line[] => {
    const from = placementOf(draft, to.pitchId);
    if (sameCell(from, to)) return [];
    return [{ pitchId: to.pitchId, kind: from ? "moved" : "placed", from, to, out: null }];
  });
  const without = leftOut.map(
    (out): Line => ({
      pitchId: out.pitchId,
      kind: "out",
      from: placementOf(draft, out.pitchId),
      to: null,
      out,
    }),
  );
  return [...lines, ...without];
}

/** Takes the whole proposal; what is pinned stays so. Null when the draft is it already. */
export function takingAll({ placements }: Suggested, draft: readonly Placement[]): Edit | null {
  return suggesting(
    draft,
    placements.map(({ pitchId, slotId, roomId }) => {
      const pinned = placementOf(draft, pitchId)?.pinned ?? false;
      return { pitchId, slotId, roomId, pinned };
    }),
  );
}

/** Takes one line: who lies in its cell changes places with it. Null when there is nothing to change. */
export function takingOne(best: Suggested, draft: readonly Placement[], pitchId: string): Edit | null {
  const to = best.placements.find((it) => it.pitchId === pitchId);
  return to ? placing(draft, pitchId, to) : takingOff(draft, pitchId);
}
