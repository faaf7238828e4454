/** The one move that helps most: what a desk may do next without asking for a whole grid. */
import { deltas } from "#domain/agenda/reasons.ts";
import { runNamed } from "#domain/planner-names.ts";
import type { RunId } from "#domain/run.ts";
import { cellOf, gridOf, type Weighable, type Weighed, weightOf } from "#domain/weighing.ts";

/** A card, the cell that is better for it, and what moving it there changes. */
export type Better = Weighed & RunId;

/**
 * Looks at every card and cell, with a pause after each. A move breaks no rule, moves nothing that is pinned, and takes no
 * other card off the grid; the best is by all that the planner weighs.
 *
 * @returns null where no single move makes the draft better
 */
export function* bettering(asked: Weighable): Generator<void, Better | null, void> {
  const { problem, pitchIds, copies } = asked;
  const grid = gridOf(asked);
  let best: { points: number; better: Better } | null = null;
  const cards = pitchIds.flatMap((_, session) =>
    (copies[session] ?? []).map((_, copy) => ({ session, copy })),
  );
  for (const card of cards) {
    const placed = grid.some(({ session, copy }) => session === card.session && copy === card.copy);
    for (const cell of deltas(problem, grid, card.session, card.copy)) {
      yield;
      if (cell.rules.length > 0 || cell.points <= (best?.points ?? 0) || (cell.with && !placed)) continue;
      best = {
        points: cell.points,
        better: { ...runNamed(asked, card), ...cellOf(problem, cell), ...weightOf(asked, cell) },
      };
    }
  }
  return best?.better ?? null;
}
