/** What the crew counts by hand: hands in the air, and what stands on sheets of paper. It is nobody's ballot. */
import { and, eq, isNull, or } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { bumpProblem } from "#db/live.ts";
import { root } from "#db/pitch/standing.ts";
import { pitch } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { type Counted, countedTogether } from "#domain/audience.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

const COLUMNS = { room: "roomHands", paper: "paperHands" } as const;
const ACTS = { room: "count_room", paper: "count_paper" } as const;

/** Null for no count any more. */
export type Typed = { pitchId: string; what: keyof Counted; hands: number | null };

/**
 * Notes a count in place of the last one, whoever typed that. For what was merged it is the count of all of it: those of
 * its parts are let go, which the log keeps. Again changes nothing.
 * @returns refused `not_found` for another camp's or a withdrawn pitch, `not_open` by the phase
 */
export async function typeCount(
  db: Database,
  { eventId, personId }: May<"runPitches">,
  { pitchId, what, hands }: Typed,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  const column = COLUMNS[what];
  return transact(db, async (tx) => {
    const open = await permitted(tx, eventId, "count");
    const rows = await tx
      .select({ id: pitch.id, before: pitch[column] })
      .from(pitch)
      .where(
        and(
          eq(pitch.eventId, eventId),
          isNull(pitch.withdrawnAt),
          or(eq(pitch.id, pitchId), eq(pitch.mergedInto, pitchId)),
        ),
      )
      .orderBy(pitch.id)
      .for("update");
    if (!rows.some(({ id }) => id === pitchId)) return refused("not_found");
    if (!open) return refused("not_open");
    const changed = rows
      .map((row) => ({ ...row, after: row.id === pitchId ? hands : null }))
      .filter(({ before, after }) => before !== after);
    if (changed.length === 0) return granted(null);
    for (const { id, after } of changed)
      await tx
        .update(pitch)
        .set({ [column]: after })
        .where(eq(pitch.id, id));
    const entry = { eventId, at: now, actor: "crew" as const, actorId: personId, act: ACTS[what] };
    await record(
      tx,
      changed.map(({ id, before, after }) => ({
        ...entry,
        subjectId: id,
        from: before?.toString() ?? null,
        to: after?.toString() ?? null,
      })),
    );
    await bumpProblem(tx, eventId, ["draft"]);
    return granted(null);
  });
}

/** What was counted by hand, by pitch; of what was merged, together. Bounded by the camp's pitches. */
export async function readCounted(db: Store, eventId: string): Promise<Map<string, Counted>> {
  const rows = await db
    .select({ id: root, room: pitch.roomHands, paper: pitch.paperHands })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt)));
  const counts = new Map<string, Counted[]>();
  for (const { id, room, paper } of rows) {
    const one = { ...(room !== null && { room }), ...(paper !== null && { paper }) };
    counts.set(id, [...(counts.get(id) ?? []), one]);
  }
  return new Map([...counts].map(([id, each]) => [id, countedTogether(each)]));
}
