"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, textOf } from "#app/respond.ts";
import { askerAt, ensureDevice } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { askForLine } from "#db/note/line.ts";
import { readNoteRule } from "#db/note/session.ts";
import { shownBy } from "#db/note.ts";
import { text } from "#domain/fields.ts";
import { notesPage } from "#domain/run-view.ts";
import { readRunKey } from "#domain/star.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("note");

const asked = perLanguage(() => z.object({ line: text("note", words.line.missing) }));

/** Asks for a line of the notes to be taken out. Nobody needs a place or an address for it. */
export async function askToTakeOut(
  slug: string,
  session: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const found = await askerAt(slug);
  if (!found.ok) return refuse(form, found.refusal);
  const run = readRunKey(textOf(session));
  if (!run) return refuse(form, "not_found");
  const input = read(asked(), form);
  if (!input.success) return complain(form, input.error);
  const { event, asker } = found.value;
  const rule = await readNoteRule(database(), event.id, run);
  if (!rule) return refuse(form, "not_found");
  const done = await askForLine(
    database(),
    event.id,
    await ensureDevice(),
    run,
    {
      line: input.data.line,
      shown: await shownBy(database(), event.id, rule, words.instead),
      inside: asker.attendee !== null || asker.crew !== null,
    },
    new Date(),
  );
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`${notesPage(slug, session)}/line?sent=now`);
}
