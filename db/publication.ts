import { eq, max } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots, readGrid } from "#db/draft.ts";
import { permitted } from "#db/event.ts";
import { bumpProblem } from "#db/live.ts";
import { listPitches } from "#db/pitch.ts";
import { lockPlacements } from "#db/placement.ts";
import { readHeads } from "#db/planner-problem.ts";
import { writeVersion } from "#db/publication/rows.ts";
import { tellAll } from "#db/publication/telling.ts";
import { publication } from "#db/schema/publication.ts";
import { settleByVersion } from "#db/session-request/coming-true.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { refereed } from "#db/violation.ts";
import { tellPublished } from "#db/webhook/tell.ts";
import { type Arranged, arrangedMark, type GridView } from "#domain/grid.ts";
import { foldChanges } from "#domain/grid-change.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { changesOf, type Tells } from "#domain/review.ts";
import type { May } from "#domain/viewer.ts";

/**
 * What an organiser agreed to: the draft by its mark (`arrangedMark`), beside the version that people see (0 for none), and
 * whom of those concerned it tells.
 */
export type Agreed = { mark: string; base: number; tells: Tells };

/**
 * Publishes the draft, frozen with all it shows, under the next number.
 * @param agreed refused `changed_meanwhile` when the draft's cells, times or names are others by now, or people see another
 *   version: whoever else published the same has done it
 * @returns its number, and how many people are told
 */
export async function publish(
  db: Database,
  crew: May<"publish">,
  { mark, base, tells }: Agreed,
  now: Date,
): Promise<Result<{ number: number; told: number }, "not_open" | "changed_meanwhile">> {
  const { eventId } = crew;
  return refereed({ publication_event_id_number_pk: "changed_meanwhile" }, () =>
    transact(db, async (tx) => {
      if (!(await permitted(tx, eventId, "publish"))) return refused("not_open");
      const placements = await lockPlacements(tx, eventId);
      const [rooms, slots] = [await listRooms(tx, eventId), await listSlots(tx, eventId)];
      const after = { rooms, slots, placements };
      const before = await readGrid(tx, eventId);
      if (arrangedMark(after) !== mark || (before?.number ?? 0) !== base) return refused("changed_meanwhile");
      let told = 0;
      const number = await publishArranged(tx, crew, after, now, async (out) => {
        told = await tellAll(tx, { eventId, number: out, changes: changesOf(before, after), tells }, now);
      });
      return granted({ number, told });
    }),
  );
}

/**
 * Publishes a grid as it is under the next number, logs it, tells every screen, and settles what campers asked that it does.
 * Whoever calls it has locked the camp.
 *
 * @param tell whom of what, once the version is written
 */
export async function publishArranged(
  tx: Transaction,
  { eventId, personId }: Pick<May<"publish">, "eventId" | "personId">,
  after: Arranged,
  now: Date,
  tell: (number: number, before: GridView | null) => Promise<void>,
): Promise<number> {
  const before = await readGrid(tx, eventId);
  const pitches = await listPitches(tx, eventId);
  const placed = new Set(after.placements.map((placement) => placement.pitchId));
  const titles = new Map(
    [...(before?.sessions ?? []), ...pitches].map((session) => [session.id, session.title]),
  );
  const grid: GridView = {
    number: (await lastNumber(tx, eventId)) + 1,
    publishedAt: now.toISOString(),
    sessions: pitches.filter((pitch) => placed.has(pitch.id)),
    ...after,
    changes: foldChanges(before, after, (id) => titles.get(id), now.getTime()),
    heads: await readHeads(tx, eventId, after),
  };
  const { number } = grid;
  await writeVersion(tx, { eventId, publishedBy: personId }, grid);
  await tell(number, before);
  await record(tx, {
    ...{ eventId, at: now, actor: "crew", actorId: personId, act: "publish", subjectId: eventId },
    to: String(number),
  });
  await settleByVersion(tx, { eventId, personId }, { before, after }, now);
  await tellPublished(tx, eventId, number, now);
  // Once published, moving a session has a cost: that changes the planner's problem.
  await bumpProblem(tx, eventId, ["grid", "draft"]);
  return number;
}

/** The number of the last version, also of one that was taken back; 0 before the first. */
async function lastNumber(tx: Transaction, eventId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(publication.number) })
    .from(publication)
    .where(eq(publication.eventId, eventId));
  return row?.last ?? 0;
}
