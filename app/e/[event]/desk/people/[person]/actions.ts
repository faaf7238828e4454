"use server";

/** What the crew notes of somebody. */
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeCrewNote, dropCrewNote, writeCrewNote } from "#db/crew-note.ts";
import { longText } from "#domain/fields.ts";
import { keptView, viewText } from "#domain/people-view.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../../said.ts";

const words = wordsOf("crewNote");

const of = { registration: z.uuid(), note: z.uuid(), list: z.string().max(500).catch("") };

const said = perLanguage(() =>
  z.object({ ...of, words: longText("crewNote", words.missing), fresh: z.literal("yes").optional() }),
);

/** Adds a note, or gives one's own other words. */
export async function saveNote(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const typed = read(said(), form);
  if (!typed.success) return complain(form, typed.error);
  const { registration, note: id, fresh } = typed.data;
  const [db, now] = [database(), new Date()];
  const result = fresh
    ? await writeCrewNote(db, may, registration, { id, words: typed.data.words }, now)
    : await changeCrewNote(db, may, id, typed.data.words, now);
  if (!result.ok) return refuse(form, result.refusal);
  return backTo(slug, typed.data, "noted");
}

/** Deletes one's own note. */
export async function dropNote(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const typed = read(z.object(of), form);
  if (!typed.success) return refuse(form, "bad_input");
  await dropCrewNote(database(), asker.value.may, typed.data.note);
  return backTo(slug, typed.data, "unnoted");
}

function backTo(
  slug: string,
  { registration, list }: { registration: string; list: string },
  code: string,
): never {
  const kept = viewText(keptView(list));
  answerAt(`/e/${slug}/desk/people/${registration}`, code, [], { keep: kept ? { list: kept } : {} });
}
