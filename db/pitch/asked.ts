/** What hosts ask each other, and what became of their pitches, for their own page. */
import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Store } from "#db/connection.ts";
import { standing } from "#db/pitch/standing.ts";
import { audit } from "#db/schema/audit.ts";
import { pitch, pitchHost, togetherAsked } from "#db/schema/pitch.ts";
import type { Asked, MergeNews } from "#domain/pitch/together.ts";
import type { Attendee } from "#domain/viewer.ts";

const other = alias(pitch, "other");
const otherStands = and(
  eq(other.id, togetherAsked.otherId),
  isNull(other.withdrawnAt),
  isNull(other.mergedInto),
);

/** Between pitches that both stand: bounded by the hosts of these, who ask once. @param pitchIds those that somebody hosts */
export async function listAsked(db: Store, pitchIds: readonly string[]): Promise<Asked[]> {
  if (pitchIds.length === 0) return [];
  const rows = await db
    .select({
      ...{ pitchId: togetherAsked.pitchId, otherId: togetherAsked.otherId },
      declinedAt: togetherAsked.declinedAt,
    })
    .from(togetherAsked)
    .innerJoin(pitch, and(eq(pitch.id, togetherAsked.pitchId), standing))
    .innerJoin(other, otherStands)
    .where(or(inArray(togetherAsked.pitchId, [...pitchIds]), inArray(togetherAsked.otherId, [...pitchIds])))
    .orderBy(togetherAsked.askedAt);
  return rows.map(({ pitchId, otherId, declinedAt }) => ({
    from: pitchId,
    to: otherId,
    declined: declinedAt !== null,
  }));
}

/** How many such questions wait for somebody. */
export async function countAsked(db: Store, { registrationId }: Attendee): Promise<number> {
  const mine = db
    .select({ id: pitchHost.pitchId })
    .from(pitchHost)
    .where(and(eq(pitchHost.registrationId, registrationId), pitchHost.own));
  const [row] = await db
    .select({ asked: sql<number>`count(*)::int` })
    .from(togetherAsked)
    .innerJoin(pitch, and(eq(pitch.id, togetherAsked.pitchId), standing))
    .innerJoin(other, otherStands)
    .where(and(inArray(togetherAsked.otherId, mine), isNull(togetherAsked.declinedAt)));
  return row!.asked;
}

/** The last time that each of these pitches was merged or taken apart. */
export async function readMergeNews(db: Store, pitchIds: readonly string[]): Promise<Map<string, MergeNews>> {
  if (pitchIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([audit.subjectId], {
      ...{ id: audit.subjectId, act: audit.act, actor: audit.actor, at: audit.at, reason: audit.reason },
      ...{ title: other.title, hiddenAt: other.hiddenAt },
    })
    .from(audit)
    .leftJoin(other, sql`${other.id} = (${audit.detail} ->> 'with')::uuid`)
    .where(and(inArray(audit.subjectId, [...pitchIds]), inArray(audit.act, ["merge_pitch", "part_pitch"])))
    .orderBy(audit.subjectId, desc(audit.at), desc(audit.id));
  return new Map(
    // Of one that the crew hid its host alone reads a word.
    rows
      .filter(({ hiddenAt }) => hiddenAt === null)
      .map(({ id, act, actor, at, reason, title }) => [
        id!,
        {
          apart: act === "part_pitch",
          byCrew: actor === "crew",
          at: at.toISOString(),
          reason,
          title: title ?? "",
        },
      ]),
  );
}
