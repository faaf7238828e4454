"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { askerAt, ensureDevice } from "#app/viewer.ts";
import { tellContact } from "#db/concern.ts";
import { database } from "#db/connection.ts";
import { longText, maybeText } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const { concern: words } = wordsOf("campPage");

const told = perLanguage(() =>
  z.object({
    id: z.uuid(),
    contact: z.uuid(words.whomMissing),
    words: longText("concern", words.wordsMissing, words.wordsLong),
    reply: maybeText("concernReply", words.replyLong),
  }),
);

/** Tells one of those named in the code of conduct what happened. Nobody needs a place or an address for it. */
export async function tell(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await askerAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(told(), form);
  if (!input.success) return complain(form, input.error);
  const { id, contact: contactId, words: said, reply } = input.data;
  const { event } = asker.value;
  const concern = { id, contactId, words: said, reply };
  const done = await tellContact(database(), event.id, await ensureDevice(), concern, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/concern?sent=now`);
}
