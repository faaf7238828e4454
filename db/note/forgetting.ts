/** Names of people who are deleted, taken out of what others wrote down. */
import { asc, eq } from "drizzle-orm";
import { beginAnew, plainWords, readDocument } from "#db/note/document.ts";
import { readNoteRule } from "#db/note/session.ts";
import { listNoteVersions, rewriteVersions } from "#db/note/version.ts";
import { note } from "#db/schema/note.ts";
import type { Transaction } from "#db/transaction.ts";
import { begun, documentOf, wordsIn } from "#domain/note/document.ts";
import { namesOf, unnamed, wholeNamesOf } from "#domain/note/names.ts";
import { type NoteWords, sameWords } from "#domain/note.ts";

/** Where a name was, in no language. */
const GONE = "[…]";

/**
 * Of notes that are to have no names every part of theirs goes, or it would be shown once nobody of that name is known;
 * of others a name that is written as a whole. The documents begin anew, as where a line is taken out.
 */
export async function dropFromNotes(
  tx: Transaction,
  eventId: string,
  names: readonly string[],
): Promise<void> {
  const [anyPart, whole] = [namesOf(names), wholeNamesOf(names)];
  // At most one for each run of the camp.
  const rows = await tx
    .select()
    .from(note)
    .where(eq(note.eventId, eventId))
    .orderBy(asc(note.pitchId), asc(note.copy))
    .for("update");
  for (const row of rows) {
    const words = plainWords(wordsIn(documentOf(await readDocument(tx, row))));
    const all = [words, ...(await listNoteVersions(tx, row))];
    if (all.every((it) => sameWords(unnamed(it, anyPart, GONE), it))) continue;
    const rule = await readNoteRule(tx, eventId, row);
    const without = (it: NoteWords) => unnamed(it, rule?.named ? whole : anyPart, GONE);
    if (all.every((it) => sameWords(without(it), it))) continue;
    const rest = without(words);
    await rewriteVersions(tx, row, without);
    await beginAnew(tx, row, rest, begun(rest), row.changedAt);
  }
}
