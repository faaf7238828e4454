"use server";
/** Coming in with a badge. Opening its page, or scanning it, changes nothing. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { askerAt, ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { takePass } from "#db/pass.ts";
import { text } from "#domain/fields.ts";
import { codeIn } from "#domain/ticket.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("badge");

const typed = perLanguage(() =>
  z.object({
    code: z.string(words.codeWrong).refine((said) => codeIn(said) !== null, words.codeWrong),
    name: text("personName", words.nameWrong),
  }),
);

export async function comeIn(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const found = await askerAt(slug);
  if (!found.ok) return refuse(form, found.refusal);
  const input = read(typed(), form);
  if (!input.success) return complain(form, input.error);
  const { event } = found.value;
  const result = await takePass(database(), await ensureDevice(), event.id, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  if (result.value.token) await setDeviceCookie(result.value.token);
  redirect(`/e/${slug}/me`);
}
