"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { addLink, removeLink, reportLink } from "#db/round-up.ts";
import { text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { linkOf, typedLink } from "../link-form.ts";

const { reporting: words } = wordsOf("roundUp");

/** Brings a link. */
export async function add(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(typedLink(), form);
  if (!input.success) return complain(form, input.error);
  const { attendee } = asker.value;
  const done = await addLink(database(), attendee, input.data.id, linkOf(input.data), new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/round-up?done=added`);
}

const chosen = z.object({ id: z.uuid() });

/** Takes one's own out again. */
export async function takeOut(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  await removeLink(database(), asker.value.attendee, input.data.id, new Date());
  redirect(`/e/${slug}/round-up?done=out`);
}

const reported = perLanguage(() => chosen.extend({ reason: text("reason", words.reasonWrong) }));

/** Says of a link that it does not belong. */
export async function report(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(reported(), form);
  if (!input.success) return complain(form, input.error);
  const { id, reason } = input.data;
  const done = await reportLink(database(), asker.value.attendee, { linkId: id, reason }, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/round-up/report?link=${id}&sent=now`);
}
