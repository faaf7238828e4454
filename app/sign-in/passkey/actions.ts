"use server";
/** Signing in with a passkey, also where a browser is signed in by mail already. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { beginUsing, signInByPasskey, type UsingOptions } from "#db/passkey/using.ts";
import { siteOf } from "#domain/passkey.ts";
import { wayBack } from "#domain/way-back.ts";
import { env } from "#env.ts";
import { answerIn } from "../../passkeys/answer.ts";

/** What the browser is to ask its keys by. */
export async function begin(): Promise<{ options: UsingOptions } | FormState> {
  const site = siteOf(env().ORIGIN);
  if (!site) return refuse(null, "passkey_not_here");
  const begun = await beginUsing(database(), site, await ensureDevice(), new Date());
  return begun.ok ? { options: begun.value } : refuse(null, begun.refusal);
}

const on = z.object({ next: z.string().max(200).catch("") });

export async function use(_: FormState, form: FormData): Promise<FormState> {
  const site = siteOf(env().ORIGIN);
  const answer = answerIn("assertion", form);
  if (!site || answer === null) return refuse(form, "passkey_not_here");
  const result = await signInByPasskey(database(), site, await ensureDevice(), answer, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  await setDeviceCookie(result.value.token);
  redirect(wayBack(read(on, form).data?.next) ?? "/desk");
}
