/** Several people write one note at once: what each sends is merged, whatever came before it and however often it comes. */
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import {
  append,
  hasRoom,
  isNoteOf,
  lockNote,
  type NoteRow,
  plainWords,
  readDocument,
} from "#db/note/document.ts";
import { readNames } from "#db/note/names.ts";
import { readNoteRule } from "#db/note/session.ts";
import { keepVersion, lastKeptAt } from "#db/note/version.ts";
import { note } from "#db/schema/note.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { documentOf, isNote, missingFrom, stateOf, take, wordsIn } from "#domain/note/document.ts";
import { namesWritten } from "#domain/note/names.ts";
import { keepsBefore, NOTE_PARTS } from "#domain/note.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";
import type { Attendee, Crew } from "#domain/viewer.ts";

/** Bytes of a document at most, with all that was ever deleted in it as far as that must be remembered. */
const MOST_BYTES = 1_000_000;

/** Who writes: people at the camp and its crew. */
export type Writer = { crew: Crew } | { attendee: Attendee };

const campOf = (who: Writer) => ("crew" in who ? who.crew.eventId : who.attendee.eventId);

/** Which human being writes: nothing of it is kept. */
export const writerId = (who: Writer): string =>
  "crew" in who ? who.crew.personId : who.attendee.registrationId;

/** As whom somebody writes; null for nobody. */
export function writingAs({
  attendee,
  crew,
}: {
  attendee: Attendee | null;
  crew: Crew | null;
}): Writer | null {
  if (attendee) return { attendee };
  return crew && { crew };
}

/** `vector` is what the phone has already, `update` what it adds: null where it only asks. */
export type NoteSent = { epoch: number; vector: Uint8Array; update: Uint8Array | null };

/**
 * `update` is what the phone lacks; of another `epoch` it is all there is, and nothing of what was sent was taken.
 * `names` are those that stand there where none is to.
 */
export type NoteNews = { epoch: number; seq: number; update: Uint8Array; names: string[] };

type Refused = "not_found" | "not_open" | "no_notes" | "note_full" | "bad_input";

/**
 * Adds what somebody wrote, and answers with what they lack. Safe to repeat and in any order.
 * @param run of a session on the grid; refused `not_found` else
 * @returns refused `no_notes` where nothing of that session is written down, `note_full` where there is no room for it
 */
export async function syncNote(
  db: Database,
  who: Writer,
  run: RunId,
  sent: NoteSent,
  now: Date,
): Promise<Result<NoteNews, Refused>> {
  const eventId = campOf(who);
  return transact<NoteNews, Refused>(db, async (tx) => {
    if (!(await permitted(tx, eventId, "note"))) return refused("not_open");
    const rule = await readNoteRule(tx, eventId, run);
    if (!rule) return refused("not_found");
    if (!rule.written) return refused("no_notes");
    const row = await findNote(tx, eventId, run, sent, now);
    const doc = documentOf(row ? await readDocument(tx, row) : []);
    const { epoch, seq } = row ?? UNWRITTEN;
    const names = async () => (rule.named ? [] : namesWritten(wordsIn(doc), await readNames(tx, eventId)));
    // Nothing is taken from a phone that still has what was taken out.
    if (epoch !== sent.epoch) return granted({ epoch, seq, update: stateOf(doc), names: await names() });
    const added = row && sent.update ? await add(tx, row, doc, sent.update, now) : granted(seq);
    if (!added.ok) return added;
    const update = missingFrom(doc, sent.vector);
    return update ? granted({ epoch, seq: added.value, update, names: await names() }) : refused("bad_input");
  });
}

const UNWRITTEN = { epoch: 1, seq: 0 };

/** Whoever only asks begins and locks nothing. */
async function findNote(
  tx: Transaction,
  eventId: string,
  run: RunId,
  { update }: NoteSent,
  now: Date,
): Promise<NoteRow | undefined> {
  if (update) return lockNote(tx, eventId, run, now);
  const [row] = await tx.select().from(note).where(isNoteOf(run));
  return row;
}

/** @returns the number of the last update */
async function add(
  tx: Transaction,
  row: NoteRow,
  doc: ReturnType<typeof documentOf>,
  update: Uint8Array,
  now: Date,
): Promise<Result<number, "bad_input" | "note_full">> {
  const before = wordsIn(doc);
  const changes = take(doc, update);
  if (changes === null || !isNote(doc)) return refused("bad_input");
  if (!changes) return granted(row.seq);
  const after = wordsIn(doc);
  const shorter = NOTE_PARTS.every((part) => after[part].length <= before[part].length);
  if (!shorter && !hasRoom(after, plainWords(after))) return refused("note_full");
  if (stateOf(doc).length > MOST_BYTES) return refused("note_full");
  if (keepsBefore(before, after, await lastKeptAt(tx, row), now.getTime()))
    await keepVersion(tx, row, plainWords(before), now);
  return granted(await append(tx, row, doc, update, now));
}
