/** The session of a note: whether it is on the grid, and what its level lets anybody do. */
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { pitch } from "#db/schema/pitch.ts";
import { publication, publishedSession } from "#db/schema/publication.ts";
import { type NoteRule, noteRule } from "#domain/note.ts";
import { isHidden } from "#domain/pitch.ts";
import type { RunId } from "#domain/run.ts";

/**
 * By the strictest of what its pitch says now, what was merged into it, and what the grid that is out says.
 * @returns null for a run that is not on that grid, or that the crew hid
 */
export async function readNoteRule(
  db: Store,
  eventId: string,
  { pitchId, copy }: RunId,
): Promise<NoteRule | null> {
  const last = sql`(select max(number) from ${publication}
    where ${publication.eventId} = ${eventId} and ${isNull(publication.takenBackAt)})`;
  const shown = and(eq(publishedSession.eventId, eventId), sql`${publishedSession.number} = ${last}`);
  const session = eq(publishedSession.pitchId, pitchId);
  const rows = await db
    .select({
      ...{ copy: publishedSession.copy, level: publishedSession.noteLevel, slotId: publishedSession.slotId },
      partOf: publishedSession.partOf,
    })
    .from(publishedSession)
    .where(and(shown, or(session, eq(publishedSession.partOf, pitchId))));
  const onGrid = rows.some((row) => row.copy === copy && row.slotId !== null && row.partOf === null);
  const now = await db
    .select({ level: pitch.noteLevel, id: pitch.id, hiddenAt: pitch.hiddenAt })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), or(eq(pitch.id, pitchId), eq(pitch.mergedInto, pitchId))));
  if (!onGrid || now.some((row) => row.id === pitchId && isHidden(row))) return null;
  if (!now.some(({ id }) => id === pitchId)) return null;
  return noteRule([...rows, ...now].map(({ level }) => level));
}
