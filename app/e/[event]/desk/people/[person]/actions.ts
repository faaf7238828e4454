"use server";

/** What the crew notes of somebody, the phone of their badge, and the way to another registration of theirs. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeCrewNote, dropCrewNote, writeCrewNote } from "#db/crew-note.ts";
import { endPass } from "#db/pass.ts";
import { findTwin } from "#db/registration/merging.ts";
import { sendAgainByHand } from "#db/registration/send-again.ts";
import { address, longText } from "#domain/fields.ts";
import { keptView, viewText } from "#domain/people-view.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../../said.ts";

const merging = wordsOf("merging");
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
  const input = read(said(), form);
  if (!input.success) return complain(form, input.error);
  const { registration, note: id, fresh } = input.data;
  const [db, now] = [database(), new Date()];
  const result = fresh
    ? await writeCrewNote(db, may, registration, { id, words: input.data.words }, now)
    : await changeCrewNote(db, may, id, input.data.words, now);
  if (!result.ok) return refuse(form, result.refusal);
  return backTo(slug, input.data, "noted");
}

/** Deletes one's own note. */
export async function dropNote(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(z.object(of), form);
  if (!input.success) return refuse(form, "bad_input");
  await dropCrewNote(database(), asker.value.may, input.data.note);
  return backTo(slug, input.data, "unnoted");
}

/** Lets go of the phone that came in with somebody's badge. */
export async function letPhoneGo(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(z.object({ registration: of.registration, list: of.list }), form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await endPass(database(), asker.value.may, input.data.registration, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  return backTo(slug, input.data, "let-go");
}

/** Sends somebody the mail with their link, or their code, once more. */
export async function sendAgain(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(z.object({ registration: of.registration, list: of.list }), form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await sendAgainByHand(database(), asker.value.may, input.data.registration, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  return backTo(slug, input.data, "send_again");
}

const twin = perLanguage(() =>
  z.object({ registration: z.uuid(), list: of.list, email: address(merging.emailWrong) }),
);

/** Looks for the other registration of somebody, and leads to what merging them would come to. Changes nothing. */
export async function findOther(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(twin(), form);
  if (!input.success) return complain(form, input.error);
  const { registration, email, list } = input.data;
  const goes = await findTwin(database(), asker.value.may, registration, email);
  if (!goes) return { values: typed(form), errors: { email: merging.nobody }, refusal: null };
  const kept = viewText(keptView(list));
  const query = new URLSearchParams({ stays: registration, goes, ...(kept && { list: kept }) });
  redirect(`/e/${slug}/desk/people/merge?${query}`);
}

function backTo(
  slug: string,
  { registration, list }: { registration: string; list: string },
  code: string,
): never {
  const kept = viewText(keptView(list));
  answerAt(`/e/${slug}/desk/people/${registration}`, code, [], { keep: kept ? { list: kept } : {} });
}
