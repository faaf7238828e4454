"use server";
/** Which programs a camp tells what changes. A secret is in the answer to the one act that made it, and nowhere else. */
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ask, type FormState, FRESH, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { sendAgain, sendTest } from "#db/webhook/log.ts";
import { addWebhook, removeWebhook, renewSecret, switchOn } from "#db/webhook.ts";
import { isId } from "#domain/id.ts";
import { webhookUrl } from "#domain/webhook.ts";
import { wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const words = wordsOf("webhooks");

const address = z.object({ url: z.string().max(5_000).transform(webhookUrl) });
const chosen = z.object({ id: z.string().refine(isId), agreed: z.string().max(100).catch(NOTHING_AGREED) });

const pageOf = (slug: string) => `/e/${slug}/desk/feeds`;

/** Shown once, in place. */
function shown(slug: string, secret: string): FormState {
  revalidatePath(pageOf(slug));
  return { ...FRESH, values: { secret } };
}

export async function addAddress(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(address, form);
  if (!input.success || input.data.url === null)
    return { values: typed(form), errors: { url: words.add.wrong }, refusal: null };
  const result = await addWebhook(database(), asker.value.may, input.data.url, new Date());
  return result.ok ? shown(slug, result.value.secret) : refuse(form, result.refusal);
}

export async function newSecret(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await renewSecret(database(), asker.value.may, input.data.id, new Date());
  return result.ok ? shown(slug, result.value.secret) : refuse(form, result.refusal);
}

export async function testAddress(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await sendTest(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(pageOf(slug), "test");
}

export async function switchAddressOn(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await switchOn(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(pageOf(slug), "on");
}

export async function removeAddress(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const { id, agreed } = input.data;
  const result = await removeWebhook(database(), asker.value.may, id, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  answerAt(pageOf(slug), "gone");
}

export async function sendOnceMore(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await sendAgain(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(pageOf(slug), "again");
}
