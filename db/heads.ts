/** Heads counted at the door of a room: one number a run, of which the newest stands. */
import { and, asc, eq, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { permitted } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { listMyPitches } from "#db/pitch.ts";
import { headCount } from "#db/schema/head-count.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type HeadCount, isCountable } from "#domain/heads.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { runKey, runsOf } from "#domain/run.ts";
import { type Attendee, type May, mayOf, type Viewer } from "#domain/viewer.ts";

/** In the order of the pitches' ids, at most one of each run that ever was on a grid. */
export async function listHeads(db: Store, eventId: string): Promise<HeadCount[]> {
  const rows = await db
    .select()
    .from(headCount)
    .where(eq(headCount.eventId, eventId))
    .orderBy(asc(headCount.pitchId), asc(headCount.copy));
  return rows.map(({ pitchId, copy, heads, countedAt, countedBy: by }) => {
    return { key: runKey(pitchId, copy), pitchId, heads, at: countedAt.toISOString(), by };
  });
}

/** Who counts: whoever runs the day, in every room, or a host, in their own session. */
export type Counting = { crew: May<"runPitches"> } | { host: Attendee };

/** As whom somebody counts; null for nobody. */
export function countingAs({ crew, attendee }: Pick<Viewer, "crew" | "attendee">): Counting | null {
  const may = mayOf(crew, "runPitches");
  if (may) return { crew: may };
  return attendee && { host: attendee };
}

/** Which human being counts: their person of the crew's, a host's registration. */
export const counterId = (who: Counting): string =>
  "crew" in who ? who.crew.personId : who.host.registrationId;

/** Whether that count is what stands now, and when what stands was counted. */
export type Stands = { stands: boolean; countedAt: Date };

/**
 * Writes how many are in the room of a run. Safe to repeat, and in any order: the newest count stands.
 * @param key of the run
 * @param castAt when they were counted, by the phone; now where it does not say, or says what is yet to come
 * @returns refused `not_found` for a run that is not on the published grid, or is not theirs; `run_not_on` where it is
 *   not on at that time
 */
export async function countHeads(
  db: Database,
  who: Counting,
  { key, heads, castAt = null }: { key: string; heads: number; castAt?: Date | null },
  now: Date,
): Promise<Result<Stands, "not_found" | "not_open" | "run_not_on">> {
  const { eventId } = "crew" in who ? who.crew : who.host;
  const countedAt = castAt && castAt < now ? castAt : now;
  return transact<Stands, "not_found" | "not_open" | "run_not_on">(db, async (tx) => {
    if (!(await permitted(tx, eventId, "count"))) return refused("not_open");
    const grid = await readGrid(tx, eventId);
    const run = grid && runsOf(grid).find((it) => it.key === key);
    if (!run) return refused("not_found");
    if ("host" in who) {
      const hosted = await listMyPitches(tx, who.host);
      const isTheirs = ({ id, mergedInto }: (typeof hosted)[number]) =>
        (mergedInto?.id ?? id) === run.pitchId;
      if (!hosted.some(isTheirs)) return refused("not_found");
    }
    if (!isCountable(run, countedAt.getTime())) return refused("run_not_on");
    const countedBy = "crew" in who ? ("crew" as const) : ("host" as const);
    const { pitchId, copy } = run;
    const newer = sql`(excluded.counted_at, excluded.heads) > (${headCount.countedAt}, ${headCount.heads})`;
    const written = await tx
      .insert(headCount)
      .values({ eventId, pitchId, copy, heads, countedAt, countedBy })
      .onConflictDoUpdate({
        target: [headCount.pitchId, headCount.copy],
        set: { heads, countedAt, countedBy },
        setWhere: newer,
      })
      .returning({ heads: headCount.heads });
    if (written.length === 0) return granted(await standing(tx, pitchId, copy, { heads, countedAt }));
    await record(tx, {
      ...{ eventId, at: now, act: "count_heads", subjectId: pitchId, to: String(heads), detail: { key } },
      ...("crew" in who
        ? { actor: "crew" as const, actorId: who.crew.personId }
        : { actor: "camper" as const, actorId: who.host.registrationId }),
    });
    await bump(tx, eventId, ["heads"]);
    return granted({ stands: true, countedAt });
  });
}

/** What stood already: the same, sent again, or what somebody counted later. */
async function standing(
  tx: Transaction,
  pitchId: string,
  copy: number,
  sent: { heads: number; countedAt: Date },
): Promise<Stands> {
  const of = and(eq(headCount.pitchId, pitchId), eq(headCount.copy, copy));
  const [row] = await tx.select().from(headCount).where(of);
  const stands = row?.heads === sent.heads && row.countedAt.getTime() === sent.countedAt.getTime();
  return { stands, countedAt: row?.countedAt ?? sent.countedAt };
}
