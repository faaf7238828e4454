"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, FRESH, read, refuse, typed } from "#app/respond.ts";
import { askerAt, ensureDevice } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { giveFeedback } from "#db/feedback/giving.ts";
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS, type Feedback, saysSomething } from "#domain/feedback.ts";
import { maybeLongText } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("feedback");

const answers = z.object(
  Object.fromEntries(FEEDBACK_QUESTIONS.map((question) => [question, z.enum(FEEDBACK_ANSWERS).optional()])),
);

const said = perLanguage(() =>
  answers.extend({
    comment: maybeLongText("feedback", words.commentLong),
    open: z.literal("yes").optional(),
  }),
);

/** Says how it was, once a phone. Nobody needs a place or an address for it. */
export async function give(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await askerAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(said(), form);
  if (!input.success) return complain(form, input.error);
  const { comment, open, ...given } = input.data;
  const feedback: Feedback = { answers: given, comment: String(comment), open: open === "yes" };
  const [first] = FEEDBACK_QUESTIONS;
  if (!saysSomething(feedback))
    return { ...FRESH, values: typed(form), errors: { [`${first}-first`]: words.nothing } };
  const { event } = asker.value;
  const done = await giveFeedback(database(), event.id, await ensureDevice(), feedback, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/feedback`);
}
