"use server";
/** The door of the first minute. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { setUp } from "#db/setup.ts";
import { signIn } from "#messages/en/signIn.ts";

const words = signIn.setup;

const owner = z.object({
  token: z.string().max(100),
  name: z.string().trim().min(1, words.nameWrong).max(80, words.nameWrong),
  email: z.string().trim().pipe(z.email(signIn.emailWrong).max(254, signIn.emailWrong)),
});

/** Makes whoever holds the link the first owner. */
export async function becomeOwner(_: FormState, form: FormData): Promise<FormState> {
  const input = owner.safeParse(Object.fromEntries(form));
  if (!input.success) return complain(form, input.error);
  const result = await setUp(database(), await ensureDevice(), input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  await setDeviceCookie(result.value.token);
  redirect("/desk");
}
