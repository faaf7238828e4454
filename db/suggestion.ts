/** "Suggest a grid": the planner's answer becomes one edit of the draft, taken back in one step. */
import { type EditRefusal, edit } from "#db/agenda.ts";
import type { Database } from "#db/connection.ts";
import { readProblem } from "#db/problem.ts";
import { plan } from "#domain/agenda/plan.ts";
import { fits, type Suggested, suggesting, touchedBy } from "#domain/draft.ts";
import type { Placement } from "#domain/grid.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Crew } from "#domain/viewer.ts";

/** Enough for forty sessions in about a fifth of a second of processor time. */
const ITERATIONS = 200_000;
const SEED = 1;

/**
 * Plans everything not pinned and takes it as the draft. Nothing is locked while the planner thinks.
 *
 * @returns refused `changed_meanwhile` when somebody edited the draft in that moment
 */
export async function suggest(
  db: Database,
  crew: Crew,
  now: Date,
  { seed = SEED, iterations = ITERATIONS }: { seed?: number; iterations?: number } = {},
): Promise<Result<Suggested, EditRefusal>> {
  const { problem, draft, pitches } = await readProblem(db, crew.eventId, now);
  const proposal = plan(problem, seed, iterations);
  const pinned = new Set(draft.filter((it) => it.pinned).map((it) => it.pitchId));
  const placements = proposal.placements.map(({ session, slot, room }): Placement => {
    const pitchId = pitches[session]!.id;
    return {
      pitchId,
      slotId: problem.slots[slot]!.id,
      roomId: problem.rooms[room]!.id,
      pinned: pinned.has(pitchId),
    };
  });
  const change = suggesting(draft, placements);
  const done = await edit(db, crew, "suggest", now, async (_, current) =>
    change && !fits(current, change) ? refused("changed_meanwhile") : granted(change),
  );
  if (!done.ok) return done;
  const leftOut = proposal.leftOut.map(({ session, hands, rule }) => ({
    pitchId: pitches[session]!.id,
    title: pitches[session]!.title,
    hands,
    rule,
  }));
  const { served, wishes } = proposal.measures;
  const moved = change ? touchedBy(change).length : 0;
  return granted({ served, wishes, placed: placements.length, moved, leftOut });
}
