import { notFound } from "next/navigation";
import { viewer } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { readNote } from "#db/note.ts";
import { onlyRun } from "#domain/run.ts";
import { notesPage } from "#domain/run-view.ts";
import { wordsOf } from "#messages/words.ts";
import { type SessionProps, sessionAt } from "../session.ts";

const words = wordsOf("note");

/** The notes of a run as they may be read. Not found where its page is not, and for strangers what is not listed. */
export async function notedAt(params: SessionProps["params"]) {
  const { event, run } = await sessionAt(params);
  const note = await readNote(database(), event.id, onlyRun(run), words.instead);
  if (!note) notFound();
  // A level that was tightened since holds at once.
  if (!note.rule.listed) {
    const { attendee, crew } = await viewer(event.id);
    if (!attendee && !crew) notFound();
  }
  const page = notesPage(event.slug, run.key);
  return { event, run, note, page, title: await titleOf(event.id, run.pitch, note.rule.listed) };
}

/** Whoever came this far reads a title that strangers do not. */
async function titleOf(
  eventId: string,
  { id, title }: { id: string; title: string },
  listed: boolean,
): Promise<string> {
  if (listed) return title;
  const grid = await readGrid(database(), eventId);
  return grid?.sessions.find((session) => session.id === id)?.title ?? title;
}
