/** Taking what the planner found: whole or one change of it, as one edit of the draft, taken back in one step. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { type EditRefusal, edit, lockDraft } from "#db/edit.ts";
import { pitch } from "#db/schema/pitch.ts";
import { suggestion } from "#db/schema/suggestion.ts";
import { stillAsked } from "#db/suggestion.ts";
import type { Transaction } from "#db/transaction.ts";
import { type Cell, sameCell } from "#domain/cell.ts";
import { type Arranging, type Changed, placementOf } from "#domain/draft.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";
import type { SuggestedGrid } from "#domain/suggestion.ts";
import {
  type Repeated,
  takingAll,
  takingOne,
  takingRepeat,
  takingSecond,
  takingWithRepeats,
} from "#domain/suggestion-changes.ts";
import type { May } from "#domain/viewer.ts";

/** One change as the person saw it, null for all; or one repeat; or all with its repeats; or the second instead. */
export type Take = {
  suggestion: string;
  change: (RunId & { to: Cell | null }) | null;
  second?: boolean;
  repeat?: Repeated | "all" | null;
};

/**
 * Takes a suggestion into the draft: all of it, as good as it is by now, or what of it was asked for. From then on no
 * better one takes its place. Repeats are taken where they are asked for, and never with all else.
 *
 * @returns refused `changed_meanwhile` when it is gone or another, the change leads elsewhere by now, the repeat fits no
 *   more, or it answers a camp that is different by now
 */
export async function takeSuggestion(
  db: Database,
  crew: May<"arrange">,
  { suggestion: suggestionId, change, second = false, repeat = null }: Take,
  now: Date,
): Promise<Result<Changed | null, EditRefusal>> {
  return edit(db, crew, "suggest", now, async (tx, known) => {
    const here = eq(suggestion.eventId, crew.eventId);
    const [row] = await tx.select().from(suggestion).where(here).for("update");
    if (row?.id !== suggestionId || !row.best) return refused("changed_meanwhile");
    if (!(await stillAsked(tx, row, now))) return refused("changed_meanwhile");
    const { best } = row;
    if (second && !best.second) return refused("changed_meanwhile");
    const draft = repeat === null ? known : await lockShapes(tx, crew.eventId, best);
    const to = change && placementOf(best.placements, change);
    if (change && !sameCell(to, change.to)) return refused("changed_meanwhile");
    if (repeat !== null && repeat !== "all" && !takingRepeat(best, draft, repeat))
      return refused("changed_meanwhile");
    await tx.update(suggestion).set({ taken: true }).where(here);
    if (repeat === "all") return granted(takingWithRepeats(best, draft));
    if (repeat) return granted(takingRepeat(best, draft, repeat));
    if (second) return granted(takingSecond(best, draft));
    return granted(change ? takingOne(best, draft, change) : takingAll(best, draft));
  });
}

/** Whoever decides meanwhile how often one of these runs is waited for, and the draft read again. */
async function lockShapes(
  tx: Transaction,
  eventId: string,
  { repeats = [] }: Pick<SuggestedGrid, "repeats">,
): Promise<Arranging> {
  const ids = repeats.map(({ pitchId }) => pitchId);
  const mine = and(eq(pitch.eventId, eventId), inArray(pitch.id, ids));
  await tx.select({ id: pitch.id }).from(pitch).where(mine).orderBy(asc(pitch.id)).for("update");
  return lockDraft(tx, eventId);
}
