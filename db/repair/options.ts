/** What could be done about a trouble, as everybody sees the grid now. */
import type { Store } from "#db/connection.ts";
import { listHeads } from "#db/heads.ts";
import { listPlacements } from "#db/placement.ts";
import { readQuestion } from "#db/planner-problem.ts";
import { findRepairs } from "#db/repair/asking.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import type { GridView } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import { namesOf } from "#domain/planner-names.ts";
import { expectedIn, problemOf } from "#domain/planner-problem.ts";
import { headsNow } from "#domain/repair/heads.ts";
import type { Repair } from "#domain/repair/options.ts";
import type { Trouble } from "#domain/repair.ts";
import { asStanding } from "#domain/shape.ts";
import type { May } from "#domain/viewer.ts";

export type Options = {
  repairs: Repair[];
  /** What everybody sees, with the rooms and slots as they are now. */
  grid: GridView;
  counts: HeadCount[];
  /** Whether nobody may know yet how many hands are up. */
  kept: boolean;
};

/** Null where no grid is out, or what has happened is about nothing on it. */
export async function readRepairs(
  db: Store,
  { eventId }: May<"arrange" | "publish">,
  trouble: Trouble,
  now: Date,
): Promise<Options | null> {
  const [question, draft, counts, kept] = await Promise.all([
    readQuestion(db, eventId),
    listPlacements(db, eventId),
    listHeads(db, eventId),
    keepsCounts(db, eventId),
  ]);
  const seen = question.grid;
  if (!seen) return null;
  const { rooms, slots, off } = question;
  const on = new Set(seen.placements.map(({ pitchId }) => pitchId));
  // What is on no grid stays off it: the planner would find it a place.
  const pitches = question.pitches.filter(({ id }) => on.has(id));
  const standing = new Set(pitches.map(({ id }) => id));
  const placements = seen.placements.filter(({ pitchId }) => standing.has(pitchId));
  const grid = { ...seen, rooms, slots, placements };
  const known = new Set([...rooms, ...slots].map(({ id }) => id));
  const placed = placements.filter(({ roomId, slotId }) => known.has(roomId) && known.has(slotId));
  // It is about what is out: a run that the draft alone has takes no cell, and no heads.
  const facts = asStanding(question.facts, placed);
  const problem = problemOf({ ...question, facts, pitches, draft: placed, grid }, now.getTime());
  const copies = (id: string) => placed.filter(({ pitchId }) => pitchId === id).map(({ copy }) => copy);
  const { runs } = expectedIn({ ...question, facts, draft: placed }, copies);
  const heads = headsNow(grid, trouble, counts, runs);
  const pitchIds = pitches.map(({ id }) => id);
  const named = namesOf(pitchIds, facts, placed);
  const asked = { ...named, problem, grid, draft, off, heads, now: now.getTime() };
  return { repairs: await findRepairs(asked, trouble), grid, counts, kept };
}
