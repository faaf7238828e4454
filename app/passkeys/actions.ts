"use server";
/** One's own passkeys. Opening a page never adds, uses or removes one. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { setDeviceCookie, viewer } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { type AddingOptions, addPasskey, beginAdding } from "#db/passkey/adding.ts";
import { removePasskey } from "#db/passkey/removing.ts";
import { text } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { siteOf } from "#domain/passkey.ts";
import { wayBack } from "#domain/way-back.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";
import { answerIn } from "./answer.ts";

const common = wordsOf("common");
const words = wordsOf("passkey");

/** What the browser is to ask its keys by. */
export async function begin(): Promise<{ options: AddingOptions } | FormState> {
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
  redirect(wayBack(read(on, form).data?.next) ?? "/passkeys?done=added");
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
  redirect("/passkeys?done=removed");
}
