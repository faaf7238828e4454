"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, textOf } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { database } from "#db/connection.ts";
import { askHost, takeBackHostAsk } from "#db/pitch/host-ask.ts";
import { text } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { LONGEST } from "#domain/limits.ts";
import { HOST_ASKS } from "#domain/pitch/host-ask.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("pitchHosts");
const refusal = wordsOf("refusal");

const asked = perLanguage(() =>
  z.object({
    kind: z.enum(HOST_ASKS),
    whom: text("personName", words.whoMissing, words.long(LONGEST.personName)),
  }),
);

/** Asks somebody to host a pitch of one's own, or to take it over. */
export async function ask(
  slug: string,
  pitchId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  if (!isId(textOf(pitchId))) return refuse(form, "not_found");
  const input = read(asked(), form);
  if (!input.success) return complain(form, input.error);
  const done = await askHost(database(), asker.value.attendee, { pitchId, ...input.data }, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  redirect(`/e/${slug}/pitch/${pitchId}/hosts?asked=${Date.now().toString(36)}`);
}

const taken = z.object({ pitch: z.uuid(), other: z.uuid() });

/** Takes such a question back. */
export async function takeBack(slug: string, _: Told, form: FormData): Promise<Told> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refusal[asker.refusal];
  const parsed = read(taken, form);
  if (!parsed.success) return refusal.bad_input;
  const { pitch: pitchId, other: askId } = parsed.data;
  const done = await takeBackHostAsk(database(), asker.value.attendee, { pitchId, askId }, new Date());
  if (!done.ok) return refusal[done.refusal];
  revalidatePath(`/e/${slug}`, "layout");
  return null;
}
