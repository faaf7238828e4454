/** What merging two pitches is judged by, and what it would come to for whoever asks first. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { markOf } from "#db/change.ts";
import type { Store } from "#db/connection.ts";
import { root } from "#db/pitch/standing.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { hand, tally } from "#db/schema/voting.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import { type Mergeable, type MergeRefusal, whyNotMerged } from "#domain/pitch/merging.ts";
import type { May } from "#domain/viewer.ts";
import { MAY_RAISE } from "#domain/voting/may-raise.ts";

type Ids = { stays: string; goes: string };
/** `kept` whether counts are kept from everybody: then none is told here, so that nothing else tells which has more. */
export type MergeablePair = { stays: Mergeable; goes: Mergeable; mark: string; kept: boolean };

/** Null where one of them is not of this camp. `mark` says where both stand, for what was seen. */
export async function readMergeable(db: Store, eventId: string, ids: Ids): Promise<MergeablePair | null> {
  const rows = await db
    .select({
      ...{ id: pitch.id, createdAt: pitch.createdAt, withdrawnAt: pitch.withdrawnAt },
      ...{ mergedInto: pitch.mergedInto, title: pitch.title, noteLevel: pitch.noteLevel },
      holds: sql<number>`(select count(*)::int from pitch as part where part.merged_into = ${pitch.id})`,
      hands: sql<number>`coalesce(${tally.hands}, 0)`,
      cells: sql<string | null>`(select string_agg(slot_id || ' ' || room_id, ', ' order by copy)
        from ${placement} where ${placement.pitchId} = ${pitch.id})`,
    })
    .from(pitch)
    .leftJoin(tally, eq(tally.pitchId, pitch.id))
    .where(and(eq(pitch.eventId, eventId), inArray(pitch.id, [ids.stays, ids.goes])));
  const kept = await keepsCounts(db, eventId);
  const [stays, goes] = [ids.stays, ids.goes].map((id) => {
    const row = rows.find((one) => one.id === id);
    return row && { ...row, hands: kept ? 0 : row.hands };
  });
  if (!stays || !goes) return null;
  // Hands go up and down all the time, and change nothing about it.
  const seen = [stays, goes].map(({ id, title, noteLevel, mergedInto, withdrawnAt, holds, cells }) =>
    [id, title, noteLevel, mergedInto, withdrawnAt?.getTime(), holds, cells].map(String),
  );
  return { stays, goes, mark: markOf(seen), kept };
}

/** Whether a grid of this camp is out. */
export async function isPublished(db: Store, eventId: string): Promise<boolean> {
  const out = and(eq(publication.eventId, eventId), isNull(publication.takenBackAt));
  return (await db.$count(publication, out)) > 0;
}

export type MergePreview = MergeablePair & {
  /** Why it cannot be; null where it can. */
  why: MergeRefusal | null;
  /** How many people it comes to, and how many of them have both hands up; null where counts are kept. */
  people: { all: number; both: number } | null;
};

/** Changes nothing. Null where one of the two is not of this camp. */
export async function previewMerge(
  db: Store,
  { eventId }: May<"runPitches">,
  ids: Ids,
): Promise<MergePreview | null> {
  const pair = await readMergeable(db, eventId, ids);
  if (!pair) return null;
  return {
    ...pair,
    why: whyNotMerged(pair.stays, pair.goes),
    people: pair.kept ? null : await countBoth(db, ids),
  };
}

async function countBoth(db: Store, { stays, goes }: Ids): Promise<{ all: number; both: number }> {
  const each = db
    .select({ id: hand.registrationId, sides: sql<number>`count(distinct ${root})`.as("sides") })
    .from(hand)
    .innerJoin(pitch, eq(pitch.id, hand.pitchId))
    .innerJoin(registration, eq(registration.id, hand.registrationId))
    .where(and(inArray(root, [stays, goes]), eq(hand.up, true), eq(registration.status, MAY_RAISE)))
    .groupBy(hand.registrationId)
    .as("each");
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      both: sql<number>`(count(*) filter (where ${each.sides} = 2))::int`,
    })
    .from(each);
  return row!;
}
