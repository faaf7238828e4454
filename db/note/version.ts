/** What a note said before, as plain text: kept at times, brought back by a host or the crew. */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { shareEvent } from "#db/event.ts";
import { append, isNoteOf, type NoteRow, plainWords, readDocument } from "#db/note/document.ts";
import { type Keeper, keeps } from "#db/note/keeper.ts";
import { note, noteVersion } from "#db/schema/note.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import { documentOf, rewrite, wordsIn } from "#domain/note/document.ts";
import { type NoteWords, sameWords } from "#domain/note.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";

const versionsOf = ({ pitchId, copy }: RunId) =>
  and(eq(noteVersion.pitchId, pitchId), eq(noteVersion.copy, copy));

/** When the last version of a note was kept, in milliseconds since 1970; null where none is. */
export async function lastKeptAt(tx: Transaction, row: NoteRow): Promise<number | null> {
  const [last] = await newest(tx, row, 1);
  return last ? Date.parse(last.keptAt) : null;
}

export type NoteVersion = NoteWords & { number: number; keptAt: string };

/** Versions of a note, newest first: at most MOST.noteVersions. */
export async function listNoteVersions(db: Store, run: RunId): Promise<NoteVersion[]> {
  return newest(db, run, MOST.noteVersions);
}

async function newest(db: Store, run: RunId, most: number): Promise<NoteVersion[]> {
  const rows = await db
    .select()
    .from(noteVersion)
    .where(versionsOf(run))
    .orderBy(desc(noteVersion.number))
    .limit(most);
  return rows.map(({ number, keptAt, text, actions, links }) => {
    return { number, keptAt: keptAt.toISOString(), text, actions, links };
  });
}

/** Keeps another version, unless the last one says the same; the oldest go where there are too many. @param row locked */
export async function keepVersion(tx: Transaction, row: NoteRow, words: NoteWords, now: Date): Promise<void> {
  const [last] = await newest(tx, row, 1);
  if (last && sameWords(last, words)) return;
  const { pitchId, copy } = row;
  const number = (last?.number ?? 0) + 1;
  await tx.insert(noteVersion).values({ pitchId, copy, number, keptAt: now, ...words });
  await tx
    .delete(noteVersion)
    .where(and(versionsOf(row), sql`${noteVersion.number} <= ${number - MOST.noteVersions}`));
}

/** Takes a line out of every version of a note. @param without what makes the words without it */
export async function rewriteVersions(
  tx: Transaction,
  row: NoteRow,
  without: (words: NoteWords) => NoteWords,
): Promise<void> {
  const rows = await tx.select().from(noteVersion).where(versionsOf(row)).orderBy(asc(noteVersion.number));
  for (const { number, text, actions, links } of rows) {
    const words = { text, actions, links };
    const rest = without(words);
    if (sameWords(rest, words)) continue;
    const same = and(versionsOf(row), eq(noteVersion.number, number));
    await tx.update(noteVersion).set(rest).where(same);
  }
}

/**
 * Has a note say again what it said in a version. What it says now is kept as another one first, and whoever writes goes on.
 * @returns refused `not_found` for a version that is gone, and for whoever is neither crew nor a host of that session
 */
export async function restoreNote(
  db: Database,
  who: Keeper,
  run: RunId,
  number: number,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    const may = await keeps(tx, who, run);
    if (!may.ok) return may;
    const { eventId, by } = may.value;
    const [row] = await tx.select().from(note).where(isNoteOf(run)).for("update");
    const same = and(versionsOf(run), eq(noteVersion.number, number));
    const [wanted] = await tx.select().from(noteVersion).where(same);
    if (!row || row.eventId !== eventId || !wanted) return refused("not_found");
    const doc = documentOf(await readDocument(tx, row));
    const { text, actions, links } = wanted;
    const before = plainWords(wordsIn(doc));
    if (sameWords(before, { text, actions, links })) return granted(null);
    await keepVersion(tx, row, before, now);
    await append(tx, row, doc, rewrite(doc, { text, actions, links }), now);
    await shareEvent(tx, eventId);
    await record(tx, { eventId, at: now, ...by, act: "restore_note", subjectId: row.pitchId });
    return granted(null);
  });
}
