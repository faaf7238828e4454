/**
 * "Take this line out": anybody asks, a host or the crew decides. It goes from the text, from every version and from the
 * document, which begins anew, so that no phone can bring it back.
 */
import { and, asc, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { permitted, shareEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { beginAnew, isNoteOf, plainWords, readDocument } from "#db/note/document.ts";
import { type Keeper, keeps } from "#db/note/keeper.ts";
import { readNoteRule } from "#db/note/session.ts";
import { rewriteVersions } from "#db/note/version.ts";
import { spend } from "#db/rate-limit.ts";
import { note, noteRequest } from "#db/schema/note.ts";
import { transact } from "#db/transaction.ts";
import { MOST } from "#domain/limits.ts";
import { begun, documentOf, wordsIn } from "#domain/note/document.ts";
import { linesOf, type NoteWords, withoutLine } from "#domain/note.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { RunId } from "#domain/run.ts";

const requestsOf = ({ pitchId, copy }: RunId) =>
  and(eq(noteRequest.pitchId, pitchId), eq(noteRequest.copy, copy));

export type LineRequest = { id: string; line: string };

/** The lines of a note that are asked to be taken out, oldest first: at most MOST.noteRequests. */
export async function listLineRequests(db: Store, run: RunId): Promise<LineRequest[]> {
  return db
    .select({ id: noteRequest.id, line: noteRequest.line })
    .from(noteRequest)
    .where(requestsOf(run))
    .orderBy(asc(noteRequest.at), asc(noteRequest.id))
    .limit(MOST.noteRequests);
}

/**
 * Asks for a line to be taken out. Asked for again, it is asked for once. Who asks is kept nowhere.
 * @param shown how the lines are shown to whoever asks: they name one of those; `inside` says that they are at the camp
 * @returns refused `not_found` for a line that does not stand there, `too_many` by browser, by camp, and where as many are
 *   asked for as anybody would read
 */
export async function askForLine(
  db: Database,
  eventId: string,
  deviceId: string,
  run: RunId,
  { line, shown, inside }: { line: string; shown: (words: NoteWords) => NoteWords; inside: boolean },
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "too_many">> {
  return transact<null, "not_found" | "not_open" | "too_many">(db, async (tx) => {
    if (!(await permitted(tx, eventId, "note"))) return refused("not_open");
    const rule = await readNoteRule(tx, eventId, run);
    const [row] = await tx.select().from(note).where(isNoteOf(run)).for("update");
    if (!rule?.written || !(rule.listed || inside) || !row || row.eventId !== eventId)
      return refused("not_found");
    const whole = linesOf(row).find((it) => it === line || linesOf(shown(only(it))).includes(line));
    if (whole === undefined) return refused("not_found");
    const limits = [
      { limit: "line_by_device" as const, by: deviceId },
      { limit: "line_by_camp" as const, by: eventId },
    ];
    const spent = await spend(tx, limits, now);
    if (!spent.ok) return spent;
    const asked = await listLineRequests(tx, run);
    if (asked.some((it) => it.line === whole)) return granted(null);
    if (asked.length >= MOST.noteRequests) return refused("too_many");
    const { pitchId, copy } = row;
    await tx.insert(noteRequest).values({ id: newId(), pitchId, copy, line: whole, at: now });
    await bump(tx, eventId, ["draft"]);
    return granted(null);
  });
}

const only = (text: string): NoteWords => ({ text, actions: "", links: "" });

/**
 * Takes a line out for good, or leaves it. Safe to repeat: what was decided is gone.
 * @returns refused `not_found` for whoever is neither crew nor a host of that session
 */
export async function decideLine(
  db: Database,
  who: Keeper,
  run: RunId,
  { id, out }: { id: string; out: boolean },
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    const may = await keeps(tx, who, run);
    if (!may.ok) return may;
    const { eventId, by } = may.value;
    const [row] = await tx.select().from(note).where(isNoteOf(run)).for("update");
    if (!row || row.eventId !== eventId) return refused("not_found");
    const [request] = await tx
      .delete(noteRequest)
      .where(and(requestsOf(run), eq(noteRequest.id, id)))
      .returning({ line: noteRequest.line });
    if (!request) return granted(null);
    if (out) {
      const without = (words: NoteWords) => withoutLine(words, request.line);
      const words = without(plainWords(wordsIn(documentOf(await readDocument(tx, row)))));
      await rewriteVersions(tx, row, without);
      await beginAnew(tx, row, words, begun(words), now);
    }
    await shareEvent(tx, eventId);
    const act = out ? "take_line_out" : "leave_line";
    await record(tx, { eventId, at: now, ...by, act, subjectId: row.pitchId });
    await bump(tx, eventId, ["draft"]);
    return granted(null);
  });
}
