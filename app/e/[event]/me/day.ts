"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type FormState, FRESH, read, refuse } from "#app/respond.ts";
import { askerAt, attendeeAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { endDayAddress, mailMyDay, makeDayAddress } from "#db/my-day.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("myDay");

/** Made with the form, so that one press that arrives twice is one mail. */
const pressed = z.object({ press: z.uuid() });

export async function sendMyDay(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const parsed = read(pressed, form);
  if (!parsed.success) return refuse(form, "bad_input");
  const done = await mailMyDay(database(), asker.value.attendee, parsed.data.press, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  // With another press.
  revalidatePath(`/e/${slug}/me`);
  return { ...FRESH, done: words.mail.done };
}

/** Whoever came in with a badge gets none: a badge is photographed, and an address of this kind works without it. */
export async function followMyDay(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const found = await askerAt(slug);
  if (!found.ok) return refuse(form, found.refusal);
  const { attendee, pass } = found.value.asker;
  if (!attendee || pass) return refuse(form, "no_ticket");
  const made = await makeDayAddress(database(), attendee, new Date());
  if (!made.ok) return refuse(form, made.refusal);
  revalidatePath(`/e/${slug}/me`);
  return { ...FRESH, done: `${env().ORIGIN}/e/${found.value.event.slug}/my-day/${made.value.token}` };
}

export async function endMyDay(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  await endDayAddress(database(), asker.value.attendee);
  revalidatePath(`/e/${slug}/me`);
  return { ...FRESH, done: words.calendar.ended };
}
