"use server";
/** Signing in with a passkey, and one's own. Opening a page never adds, uses or removes one. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { ensureDevice, setDeviceCookie, viewer } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { type AddingOptions, addPasskey, beginAdding } from "#db/passkey/adding.ts";
import { removePasskey } from "#db/passkey/removing.ts";
import { beginUsing, signInByPasskey, type UsingOptions } from "#db/passkey/using.ts";
import { text } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { siteOf } from "#domain/passkey.ts";
import { wayBack } from "#domain/way-back.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { answerIn } from "./answer.ts";

const common = wordsOf("common");
const words = wordsOf("passkey");

/** What the browser is to ask its keys by, to have one more. */
export async function beginToAdd(): Promise<{ options: AddingOptions } | FormState> {
  const { person, deviceId } = await viewer();
  const site = siteOf(env().ORIGIN);
  if (!person || !deviceId) return refuse(null, "signed_out");
  if (!site) return refuse(null, "passkey_not_here");
  const who = { ...person, personId: person.id, deviceId };
  const begun = await beginAdding(database(), site, who, common.product, new Date());
  return begun.ok ? { options: begun.value } : refuse(null, begun.refusal);
}

/** The key is made by then: it gets another name rather than none. */
const called = z.object({ name: text("passkeyName", words.add.nameWrong).catch(() => words.add.usual) });

const on = z.object({ next: z.string().max(200).catch("") });

export async function add(_: FormState, form: FormData): Promise<FormState> {
  const { person, deviceId } = await viewer();
  const site = siteOf(env().ORIGIN);
  if (!person || !deviceId) return refuse(form, "signed_out");
  const answer = answerIn("attestation", form);
  if (!site || answer === null) return refuse(form, "passkey_not_here");
  const name = read(called, form).data?.name ?? words.add.usual;
  const who = { personId: person.id, deviceId };
  const added = await addPasskey(database(), site, who, { name, answer }, new Date());
  if (!added.ok) return refuse(form, added.refusal);
  await setDeviceCookie(added.value.token);
  redirect(wayBack(read(on, form).data?.next) ?? "/sign-in/passkeys?done=added");
}

const chosen = z.object({ passkey: z.string().refine(isId) });

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  const { person, deviceId } = await viewer();
  if (!person || !deviceId) return refuse(form, "signed_out");
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const who = { personId: person.id, deviceId };
  const removed = await removePasskey(database(), who, input.data.passkey, new Date());
  if (!removed.ok) return refuse(form, removed.refusal);
  redirect("/sign-in/passkeys?done=gone");
}

/** What the browser is to ask its keys by, to use one. */
export async function beginToUse(): Promise<{ options: UsingOptions } | FormState> {
  const site = siteOf(env().ORIGIN);
  if (!site) return refuse(null, "passkey_not_here");
  const begun = await beginUsing(database(), site, await ensureDevice(), new Date());
  return begun.ok ? { options: begun.value } : refuse(null, begun.refusal);
}

/** Signs in, also where the browser is signed in by mail already. */
export async function use(_: FormState, form: FormData): Promise<FormState> {
  const site = siteOf(env().ORIGIN);
  const answer = answerIn("assertion", form);
  if (!site || answer === null) return refuse(form, "passkey_not_here");
  const result = await signInByPasskey(database(), site, await ensureDevice(), answer, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  await setDeviceCookie(result.value.token);
  redirect(wayBack(read(on, form).data?.next) ?? "/desk");
}
