/** Taking what the planner found: whole or one line of it, as one edit of the draft, taken back in one step. */
import { eq } from "drizzle-orm";
import { type EditRefusal, edit } from "#db/agenda.ts";
import type { Database } from "#db/connection.ts";
import { stillAsked } from "#db/plan.ts";
import { plan } from "#db/schema/plan.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { takingAll, takingOne } from "#domain/suggestion.ts";
import type { Crew } from "#domain/viewer.ts";

/**
 * Takes a proposal into the draft. From then on no better one takes its place.
 *
 * @param seen the grid as the person saw it, by its plan and its score, so that nobody takes another one
 * @param pitchId the line to take; null for all of it
 * @returns refused `changed_meanwhile` when the plan is gone, has a better grid by now, or answers a camp that
 *   is different by now
 */
export async function takeSuggested(
  db: Database,
  crew: Crew,
  { seen, pitchId }: { seen: { plan: string; score: number }; pitchId: string | null },
  now: Date,
): Promise<Result<null, EditRefusal>> {
  return edit(db, crew, "suggest", now, async (tx, draft) => {
    const here = eq(plan.eventId, crew.eventId);
    const [row] = await tx.select().from(plan).where(here).for("update");
    if (row?.id !== seen.plan || row.best?.score !== seen.score) return refused("changed_meanwhile");
    if (!(await stillAsked(tx, row, now))) return refused("changed_meanwhile");
    await tx.update(plan).set({ taken: true }).where(here);
    const { best } = row;
    return granted(pitchId === null ? takingAll(best, draft) : takingOne(best, draft, pitchId));
  });
}
