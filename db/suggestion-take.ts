/** Taking what the planner found: whole or one change of it, as one edit of the draft, taken back in one step. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { type EditRefusal, edit } from "#db/edit.ts";
import { suggestion } from "#db/schema/suggestion.ts";
import { stillAsked } from "#db/suggestion.ts";
import { type Cell, sameCell } from "#domain/cell.ts";
import { type Changed, placementOf } from "#domain/draft.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";
import { takingAll, takingOne } from "#domain/suggestion-changes.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Takes a suggestion into the draft: all of it, as good as it is by now, or one change as the person saw it. From
 * then on no better one takes its place.
 *
 * @returns refused `changed_meanwhile` when it is gone or another, the change leads elsewhere by now, or the
 *   it answers a camp that is different by now
 */
export async function takeSuggestion(
  db: Database,
  crew: May<"arrange">,
  { suggestion: suggestionId, change }: { suggestion: string; change: (RunId & { to: Cell | null }) | null },
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "suggest", now, async (tx, draft) => {
    const here = eq(suggestion.eventId, crew.eventId);
    const [row] = await tx.select().from(suggestion).where(here).for("update");
    if (row?.id !== suggestionId || !row.best) return refused("changed_meanwhile");
    if (!(await stillAsked(tx, row, now))) return refused("changed_meanwhile");
    const { best } = row;
    const to = change && placementOf(best.placements, change);
    if (change && !sameCell(to, change.to)) return refused("changed_meanwhile");
    await tx.update(suggestion).set({ taken: true }).where(here);
    return granted(change ? takingOne(best, draft, change) : takingAll(best, draft));
  });
}
