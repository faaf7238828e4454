import { and, asc, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { type Closed, readClosed } from "#db/publication/closed.ts";
import { readFrameOf } from "#db/publication/frame.ts";
import { publication, publishedSession } from "#db/schema/publication.ts";
import { hostsWithout } from "#domain/grid.ts";
import type { Version } from "#domain/version.ts";

/** The last versions of a camp by their numbers, also those that were taken back. @param most as many at most */
export async function listVersions(db: Store, eventId: string, most: number): Promise<Version[]> {
  const newest = await db
    .select()
    .from(publication)
    .where(eq(publication.eventId, eventId))
    .orderBy(desc(publication.number))
    .limit(most);
  return inWords(db, eventId, newest);
}

/** At most two: one version, behind the last before it that was not taken back; nothing for a number that was never given. */
export async function listVersionAfter(db: Store, eventId: string, number: number): Promise<Version[]> {
  const here = eq(publication.eventId, eventId);
  const before = and(here, lt(publication.number, number), isNull(publication.takenBackAt));
  const one = db
    .select()
    .from(publication)
    .where(and(here, eq(publication.number, number)));
  const last = db.select().from(publication).where(before).orderBy(desc(publication.number)).limit(1);
  const [[is], [was]] = await Promise.all([one, last]);
  return is ? inWords(db, eventId, [is, ...(was ? [was] : [])]) : [];
}

/** @param newest rows, the newest first @returns them as they may be read now, the oldest first */
async function inWords(
  db: Store,
  eventId: string,
  newest: readonly (typeof publication.$inferSelect)[],
): Promise<Version[]> {
  if (newest.length === 0) return [];
  const numbers = newest.map(({ number }) => number);
  const [rows, closed] = await Promise.all([
    // At most a session in each cell of each of these versions, with what was merged into it.
    db
      .select(COLUMNS)
      .from(publishedSession)
      .where(and(eq(publishedSession.eventId, eventId), inArray(publishedSession.number, numbers)))
      .orderBy(asc(publishedSession.number), asc(publishedSession.position)),
    readClosed(db, eventId),
  ]);
  const of = new Map<number, Row[]>(numbers.map((number) => [number, []]));
  for (const row of rows) of.get(row.number)!.push(row);
  return newest.map((version) => versionOf(version, of.get(version.number)!, closed)).reverse();
}

const { number, pitchId, copy, partOf, title, line, hosts, noteLevel, slotId, roomId, length } =
  publishedSession;
const COLUMNS = { number, pitchId, copy, partOf, title, line, hosts, noteLevel, slotId, roomId, length };

type Row = Pick<typeof publishedSession.$inferSelect, keyof typeof COLUMNS>;

function versionOf(
  { number, publishedAt, takenBackAt, format, frame }: typeof publication.$inferSelect,
  rows: readonly Row[],
  { hidden, closed }: Closed,
): Version {
  const partsOf = new Map<string, { id: string; hosts: string[] }[]>();
  for (const { pitchId: id, partOf, hosts } of rows)
    if (partOf) partsOf.set(partOf, [...(partsOf.get(partOf) ?? []), { id, hosts }]);
  const closedParts = new Set(rows.filter(({ pitchId }) => closed.has(pitchId)).map(({ partOf }) => partOf));
  const shown = rows.flatMap(({ slotId, roomId, ...row }) =>
    slotId && roomId && row.partOf === null && !hidden.has(row.pitchId) ? [{ ...row, slotId, roomId }] : [],
  );
  // A session is said with its first row; the others are further runs of it.
  const first = shown.filter(({ pitchId }, n) => shown.findIndex((row) => row.pitchId === pitchId) === n);
  return {
    ...{ number, publishedAt: publishedAt.toISOString(), takenBackAt: takenBackAt?.toISOString() ?? null },
    ...readFrameOf(format, frame),
    placements: shown.map(({ pitchId, copy, slotId, roomId, length }) => ({
      ...{ pitchId, copy, slotId, roomId, length },
      pinned: false,
    })),
    sessions: new Map(
      first.map(({ pitchId, title, line, noteLevel, ...row }) => {
        const hosts = hostsWithout(hidden, row.hosts, partsOf.get(pitchId) ?? []);
        const unlisted = noteLevel === "unlisted" || closed.has(pitchId) || closedParts.has(pitchId);
        return [pitchId, { title, line, hosts, unlisted }];
      }),
    ),
  };
}
