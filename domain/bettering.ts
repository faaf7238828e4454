/** The one move that helps most: what a desk may do next without asking for a whole grid. */
import { deltas } from "#domain/planner/reasons.ts";
import { cellOf, gridOf, type Weighable, type Weighed, weightOf } from "#domain/weighing.ts";

/** A card, the cell that is better for it, and what moving it there changes. */
export type Better = Weighed & { pitchId: string };

/**
 * Looks at every card and cell, with a pause after each. A move breaks no rule, moves nothing that is pinned, and takes no
 * other card off the grid; the best is by all that the planner weighs.
 *
 * @returns null where no single move makes the draft better
 */
export function* bettering(asked: Weighable): Generator<void, Better | null, void> {
  const { problem, pitchIds } = asked;
  const grid = gridOf(asked);
  let best: { points: number; better: Better } | null = null;
  for (const [session, pitchId] of pitchIds.entries()) {
    const placed = grid.some((it) => it.session === session);
    for (const cell of deltas(problem, grid, session)) {
      yield;
      if (cell.rules.length > 0 || cell.points <= (best?.points ?? 0) || (cell.with && !placed)) continue;
      best = { points: cell.points, better: { pitchId, ...cellOf(problem, cell), ...weightOf(asked, cell) } };
    }
  }
  return best?.better ?? null;
}
