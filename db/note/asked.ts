/** Lines of notes that are asked to be taken out, over a whole camp. */
import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { note, noteRequest } from "#db/schema/note.ts";
import { pitch } from "#db/schema/pitch.ts";
import { MOST } from "#domain/limits.ts";
import { runKey } from "#domain/run.ts";
import type { May } from "#domain/viewer.ts";

const theirNote = and(eq(note.pitchId, noteRequest.pitchId), eq(note.copy, noteRequest.copy));

/** Of what was withdrawn no page is left where it could be decided. */
const decidable = (eventId: string) => and(eq(note.eventId, eventId), isNull(pitch.withdrawnAt));

export async function countLineRequests(db: Store, eventId: string): Promise<number> {
  const [row] = await db
    .select({ lines: count() })
    .from(noteRequest)
    .innerJoin(note, theirNote)
    .innerJoin(pitch, eq(pitch.id, note.pitchId))
    .where(decidable(eventId));
  return row!.lines;
}

/** A run by its key, and how many lines of its notes are asked to be taken out. */
export type NoteAsked = { key: string; title: string; lines: number };

/** The runs of whose notes any line is: at most MOST.reported. */
export async function listNotesAsked(db: Store, { eventId }: May<"runPitches">): Promise<NoteAsked[]> {
  const { pitchId, copy } = note;
  const rows = await db
    .select({ pitchId, copy, title: pitch.title, lines: count() })
    .from(noteRequest)
    .innerJoin(note, theirNote)
    .innerJoin(pitch, eq(pitch.id, pitchId))
    .where(decidable(eventId))
    .groupBy(pitchId, copy, pitch.title)
    .orderBy(asc(pitch.title), asc(pitchId), asc(copy))
    .limit(MOST.reported);
  return rows.map(({ title, lines, ...run }) => ({ key: runKey(run.pitchId, run.copy), title, lines }));
}
