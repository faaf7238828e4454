"use server";
/** Only these actions sign in; opening a page or a link never does. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { askToSignIn, signInByCode, signInByLink } from "#db/sign-in.ts";
import { address } from "#domain/fields.ts";
import { wayBack } from "#domain/way-back.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("signIn");

const asked = perLanguage(() =>
  z.object({ email: address(words.emailWrong), next: z.string().max(200).catch("") }),
);

/** Mails a known address, and goes on either way. */
export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const input = read(asked(), form);
  if (!input.success) return complain(form, input.error);
  const { email, next } = input.data;
  const device = await ensureDevice();
  const result = await askToSignIn(database(), device, email, new Date(), wayBack(next));
  if (!result.ok) return refuse(form, result.refusal);
  redirect("/sign-in/code");
}

// People type "123 456", and paste a dash.
const typedCode = perLanguage(() =>
  z.object({
    code: z
      .string(words.code.wrong)
      .transform((text) => text.replace(/[\s-]/g, ""))
      .pipe(z.string().regex(/^\d{6}$/, words.code.wrong)),
  }),
);

export async function enterCode(_: FormState, form: FormData): Promise<FormState> {
  const input = read(typedCode(), form);
  if (!input.success) return complain(form, input.error);
  const result = await signInByCode(database(), await ensureDevice(), input.data.code, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  await setDeviceCookie(result.value.token);
  redirect(result.value.next);
}

const opened = z.object({ token: z.string().min(20).max(100) });

export async function openLink(_: FormState, form: FormData): Promise<FormState> {
  const input = read(opened, form);
  if (!input.success) return refuse(form, "code_expired");
  const result = await signInByLink(database(), await ensureDevice(), input.data.token, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  await setDeviceCookie(result.value.token);
  redirect(result.value.next);
}
