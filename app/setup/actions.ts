"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { setUp } from "#db/setup.ts";
import { address, text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const signIn = wordsOf("signIn");

const words = signIn.setup;

const owner = perLanguage(() =>
  z.object({
    token: z.string().max(100),
    name: text("personName", words.nameWrong),
    email: address(signIn.emailWrong),
  }),
);

export async function becomeOwner(_: FormState, form: FormData): Promise<FormState> {
  const input = read(owner(), form);
  if (!input.success) return complain(form, input.error);
  const result = await setUp(database(), await ensureDevice(), input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  await setDeviceCookie(result.value.token);
  redirect("/desk");
}
