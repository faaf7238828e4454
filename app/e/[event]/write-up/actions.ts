"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, FRESH, overtaken, read, refuse, typed } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { deleteWriteUp, saveWriteUp } from "#db/write-up.ts";
import { maybeLongText } from "#domain/fields.ts";
import { saysSomething, WRITE_UP_LEVELS, WRITE_UP_QUESTIONS, type WriteUpForm } from "#domain/write-up.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { ofIn } from "./of.ts";

const { form: words } = wordsOf("writeUp");

const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

const written = perLanguage(() =>
  z.object({
    learned: maybeLongText("writeUp", words.long),
    doing: maybeLongText("writeUp", words.long),
    readers: maybeLongText("writeUpReaders", words.longReaders),
    level: z.enum(WRITE_UP_LEVELS, words.choose),
    named: ticked,
    quotable: ticked,
    mark: z.string().max(40).default(""),
  }),
);

/** Saves what somebody takes home from a session or a day. @param of its pitch or its date, from outside */
export async function save(slug: string, of: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const what = ofIn(of);
  if (!what) return refuse(form, "not_found");
  const input = read(written(), form);
  if (!input.success) return complain(form, input.error);
  const { mark, ...said } = input.data;
  if (!saysSomething(said as WriteUpForm))
    return { ...FRESH, values: typed(form), errors: { [WRITE_UP_QUESTIONS[0]]: words.nothing } };
  const answer = { form: said as WriteUpForm, mark };
  const done = await saveWriteUp(database(), asker.value.attendee, what, answer, new Date());
  if (!done.ok && done.refusal === "changed_meanwhile") return overtaken(form, `/e/${slug}/write-up/${of}`);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/write-up?said=saved`);
}

/** Takes it away from everywhere. */
export async function remove(
  slug: string,
  of: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const what = ofIn(of);
  if (!what) return refuse(form, "not_found");
  await deleteWriteUp(database(), asker.value.attendee, what);
  redirect(`/e/${slug}/write-up?said=deleted`);
}
