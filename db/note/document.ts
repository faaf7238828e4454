/** The shared document of a note as it is kept: one state, and the updates that came since. */
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { CHANNEL } from "#db/live.ts";
import { note, noteUpdate } from "#db/schema/note.ts";
import type { Transaction } from "#db/transaction.ts";
import { LONGEST } from "#domain/limits.ts";
import { documentOf, isWaiting, stateOf, wordsIn } from "#domain/note/document.ts";
import { NOTE_PARTS, type NoteWords } from "#domain/note.ts";
import { type RunId, runKey } from "#domain/run.ts";
import { manyLines } from "#domain/text.ts";

export type NoteRow = typeof note.$inferSelect;

/** After so many updates they are made one state. */
const COMPACT_AFTER = 50;

export const isNoteOf = ({ pitchId, copy }: RunId) => and(eq(note.pitchId, pitchId), eq(note.copy, copy));

const updatesOf = ({ pitchId, copy }: RunId) =>
  and(eq(noteUpdate.pitchId, pitchId), eq(noteUpdate.copy, copy));

/** The note of a run, locked until the transaction ends; begun where nobody wrote anything yet. */
export async function lockNote(tx: Transaction, eventId: string, run: RunId, now: Date): Promise<NoteRow> {
  const { pitchId, copy } = run;
  const document = stateOf(documentOf([]));
  await tx.insert(note).values({ eventId, pitchId, copy, document, changedAt: now }).onConflictDoNothing();
  const [row] = await tx.select().from(note).where(isNoteOf(run)).for("update");
  return row!;
}

/** All of a document, as its updates: at most one state and COMPACT_AFTER of them. */
export async function readDocument(db: Store, row: NoteRow): Promise<Uint8Array[]> {
  const rows = await db
    .select({ bytes: noteUpdate.bytes })
    .from(noteUpdate)
    .where(updatesOf(row))
    .orderBy(asc(noteUpdate.seq));
  return [row.document, ...rows.map(({ bytes }) => bytes)];
}

/** The words as a database, a page and a mail can carry them. */
export function plainWords(words: NoteWords): NoteWords {
  const { text, actions, links } = words;
  return { text: manyLines(text), actions: manyLines(actions), links: manyLines(links) };
}

/** Whether a note has room for its words, also before signs are taken out of them that nothing carries. */
export function hasRoom(...all: readonly NoteWords[]): boolean {
  const most = { text: LONGEST.note, actions: LONGEST.noteBox, links: LONGEST.noteBox };
  return all.every((words) => NOTE_PARTS.every((part) => words[part].length <= most[part]));
}

/**
 * Adds an update to what is kept, and makes one state of many.
 * @param row locked
 * @param doc as it is with the update
 * @returns its number
 */
export async function append(
  tx: Transaction,
  row: NoteRow,
  doc: ReturnType<typeof documentOf>,
  bytes: Uint8Array,
  now: Date,
): Promise<number> {
  const seq = row.seq + 1;
  const { pitchId, copy } = row;
  const compacts = seq - row.compacted >= COMPACT_AFTER && !isWaiting(doc);
  if (compacts) await tx.delete(noteUpdate).where(and(updatesOf(row), lte(noteUpdate.seq, seq)));
  else await tx.insert(noteUpdate).values({ pitchId, copy, seq, bytes });
  await tx
    .update(note)
    .set({
      ...{ seq, changedAt: now, ...plainWords(wordsIn(doc)) },
      ...(compacts && { compacted: seq, document: stateOf(doc) }),
    })
    .where(isNoteOf(row));
  await wake(tx, row, row.epoch, seq);
  return seq;
}

/** Has a document begin anew: whoever wrote in the one before begins with this. @param row locked */
export async function beginAnew(
  tx: Transaction,
  row: NoteRow,
  words: NoteWords,
  document: Uint8Array,
  now: Date,
): Promise<void> {
  const [epoch, seq] = [row.epoch + 1, row.seq + 1];
  await tx.delete(noteUpdate).where(updatesOf(row));
  await tx
    .update(note)
    .set({ epoch, seq, compacted: seq, document, ...words, changedAt: now })
    .where(isNoteOf(row));
  await wake(tx, row, epoch, seq);
}

/** Tells every instance at commit which update was the last: `pitch:note copy epoch seq`. */
async function wake(tx: Transaction, { pitchId, copy }: RunId, epoch: number, seq: number): Promise<void> {
  const said = `${pitchId}:note ${runKey(pitchId, copy)} ${epoch} ${seq}`;
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${said})`);
}
