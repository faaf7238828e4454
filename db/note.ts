/** What is written down of sessions, as it is read. */
import { and, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { isNoteOf, readDocument } from "#db/note/document.ts";
import { readNames } from "#db/note/names.ts";
import { readNoteRule } from "#db/note/session.ts";
import { note } from "#db/schema/note.ts";
import { unnamed } from "#domain/note/names.ts";
import { NO_WORDS, type NoteBegun, type NoteRule, type NoteWords } from "#domain/note.ts";
import type { RunId } from "#domain/run.ts";

const isNoteAt = (eventId: string, run: RunId) => and(isNoteOf(run), eq(note.eventId, eventId));

export type NoteView = { rule: NoteRule; words: NoteWords; changedAt: string | null };

/**
 * A note as it may be read: nothing where nothing is to be written down, and no name where none is to stand there.
 * Whether its session may be seen at all is asked elsewhere.
 * @param instead what stands in the place of a name
 * @returns null for a run that is not on the grid
 */
export async function readNote(
  db: Store,
  eventId: string,
  run: RunId,
  instead: string,
): Promise<NoteView | null> {
  const rule = await readNoteRule(db, eventId, run);
  if (!rule) return null;
  const [row] = rule.written ? await db.select().from(note).where(isNoteAt(eventId, run)) : [];
  if (!row) return { rule, words: NO_WORDS, changedAt: null };
  const { text, actions, links, changedAt } = row;
  const shown = await shownBy(db, eventId, rule, instead);
  return { rule, words: shown({ text, actions, links }), changedAt: changedAt.toISOString() };
}

/** How the words of a note are shown to whoever reads it. */
export async function shownBy(
  db: Store,
  eventId: string,
  { named }: NoteRule,
  instead: string,
): Promise<(words: NoteWords) => NoteWords> {
  if (named) return (words) => words;
  const names = await readNames(db, eventId);
  return (words) => unnamed(words, names, instead);
}

/** A note for whoever writes: its document, and its words before a script runs. Whether they may is asked elsewhere. */
export async function readNoteBegun(
  db: Store,
  eventId: string,
  run: RunId,
): Promise<{ begun: NoteBegun; words: NoteWords }> {
  const [row] = await db.select().from(note).where(isNoteAt(eventId, run));
  if (!row) return { begun: { epoch: 1, seq: 0, updates: [] }, words: NO_WORDS };
  const { epoch, seq, text, actions, links } = row;
  const updates = (await readDocument(db, row)).map((update) => Buffer.from(update).toString("base64"));
  return { begun: { epoch, seq, updates }, words: { text, actions, links } };
}
