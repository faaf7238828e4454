import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { type Closed, readClosed } from "#db/publication/closed.ts";
import { readFrameOf } from "#db/publication/frame.ts";
import { publication, publishedSession } from "#db/schema/publication.ts";
import { changelogOf, type Entry, VERSIONS_TOLD, type Version } from "#domain/changelog.ts";

/** What the last versions changed, the newest first: at most VERSIONS_TOLD, also those that were taken back. */
export async function readChangelog(db: Store, eventId: string): Promise<{ entries: Entry[]; cut: boolean }> {
  // One more, which the oldest of them is compared with.
  const newest = await db
    .select()
    .from(publication)
    .where(eq(publication.eventId, eventId))
    .orderBy(desc(publication.number))
    .limit(VERSIONS_TOLD + 1);
  if (newest.length === 0) return { entries: [], cut: false };
  const numbers = newest.map(({ number }) => number);
  const { number, pitchId, partOf, title, noteLevel, slotId, roomId } = publishedSession;
  const [rows, closed] = await Promise.all([
    // At most a session in each cell of each of these versions, with what was merged into it.
    db
      .select({ number, pitchId, partOf, title, noteLevel, slotId, roomId })
      .from(publishedSession)
      .where(and(eq(publishedSession.eventId, eventId), inArray(number, numbers)))
      .orderBy(asc(number), asc(publishedSession.position)),
    readClosed(db, eventId),
  ]);
  const cut = newest.length > VERSIONS_TOLD;
  const versions = newest
    .map((version) =>
      versionOf(
        version,
        rows.filter((row) => row.number === version.number),
        closed,
      ),
    )
    .reverse();
  return { entries: changelogOf(versions, cut), cut };
}

type Row = Pick<
  typeof publishedSession.$inferSelect,
  "pitchId" | "partOf" | "title" | "noteLevel" | "slotId" | "roomId"
>;

function versionOf(
  { number, publishedAt, takenBackAt, format, frame }: typeof publication.$inferSelect,
  rows: readonly Row[],
  { hidden, closed }: Closed,
): Version {
  const closedParts = new Set(rows.filter(({ pitchId }) => closed.has(pitchId)).map(({ partOf }) => partOf));
  const shown = rows.flatMap(({ slotId, roomId, ...row }) =>
    slotId && roomId && row.partOf === null && !hidden.has(row.pitchId) ? [{ ...row, slotId, roomId }] : [],
  );
  return {
    ...{ number, publishedAt: publishedAt.toISOString(), takenBackAt: takenBackAt?.toISOString() ?? null },
    ...readFrameOf(format, frame),
    placements: shown.map(({ pitchId, slotId, roomId }) => ({ pitchId, slotId, roomId, pinned: false })),
    sessions: new Map(
      shown.map(({ pitchId, title, noteLevel }) => [
        pitchId,
        {
          title,
          unlisted: noteLevel === "unlisted" || closed.has(pitchId) || closedParts.has(pitchId),
        },
      ]),
    ),
  };
}
