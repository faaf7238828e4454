import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { pitch } from "#db/schema/pitch.ts";
import { isHidden } from "#domain/pitch.ts";

/** Pitches that the crew hid, and those whose titles strangers may not read: with what such a one became a part of. */
export type Closed = { hidden: ReadonlySet<string>; closed: ReadonlySet<string> };

/** What of a published version is shown to nobody, or not to strangers, by what its pitches say now, also withdrawn ones. */
export async function readClosed(db: Store, eventId: string): Promise<Closed> {
  const kept = await db
    .select({
      ...{ id: pitch.id, into: pitch.mergedInto, hiddenAt: pitch.hiddenAt },
      unlisted: sql<boolean>`${pitch.noteLevel} = 'unlisted'`,
    })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), or(eq(pitch.noteLevel, "unlisted"), isNotNull(pitch.hiddenAt))));
  const closed = kept.filter(({ unlisted }) => unlisted).flatMap(({ id, into }) => [id, into ?? id]);
  return { hidden: new Set(kept.filter(isHidden).map(({ id }) => id)), closed: new Set(closed) };
}
