import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { type EditRefusal, edit } from "#db/edit.ts";
import { stillAsked } from "#db/plan.ts";
import { plan } from "#db/schema/plan.ts";
import { type Cell, sameCell } from "#domain/draft.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { takingAll, takingOne } from "#domain/suggestion.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Takes a proposal, or one line of it as the person saw it, as one edit. From then on no better one replaces it.
 * @returns refused `changed_meanwhile` when the plan is gone or another, the line leads elsewhere, or the problem
 *   changed
 */
export async function takeSuggested(
  db: Database,
  crew: May<"arrange">,
  { plan: planId, line }: { plan: string; line: { pitchId: string; to: Cell | null } | null },
  now: Date,
): Promise<Result<null, EditRefusal>> {
  return edit(db, crew, "suggest", now, async (tx, draft) => {
    const here = eq(plan.eventId, crew.eventId);
    const [row] = await tx.select().from(plan).where(here).for("update");
    if (row?.id !== planId || !row.best) return refused("changed_meanwhile");
    if (!(await stillAsked(tx, row, now))) return refused("changed_meanwhile");
    const { best } = row;
    const to = best.placements.find((it) => it.pitchId === line?.pitchId) ?? null;
    if (line && !sameCell(to, line.to)) return refused("changed_meanwhile");
    await tx.update(plan).set({ taken: true }).where(here);
    return granted(line ? takingOne(best, draft, line.pitchId) : takingAll(best, draft));
  });
}
