"use server";

/** What whoever reads the mail about a place may do with it: take it, or leave it where it is. */
import { redirect } from "next/navigation";
import { complain, type FormState, formOf, read, refuse, textOf } from "#app/respond.ts";
import { database } from "#db/connection.ts";
import { listQuestions } from "#db/question.ts";
import { acceptTransfer, declineTransfer, readTransfer } from "#db/transfer/receiving.ts";
import { answers } from "#domain/fields.ts";
import { readMore } from "#domain/question.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { mistaken } from "../../mistaken.ts";

const registration = wordsOf("registration");
const told = perLanguage(() => answers(registration.errors));

const tokenOf = (form: unknown) => textOf(formOf(form).get("token"));

export async function accept(_state: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readTransfer(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const input = read(told(), form);
  if (!input.success) return complain(form, input.error);
  const questions = await listQuestions(database(), page.event.id);
  const { more, wrong } = readMore(questions, Object.fromEntries(formOf(form)), page.begun.more);
  if (Object.keys(wrong).length > 0) return mistaken(form, wrong);
  const taken = await acceptTransfer(database(), token, input.data, now, more);
  if (!taken.ok) return refuse(form, taken.refusal);
  const own = taken.value.token;
  redirect(own ? `/e/${page.event.slug}/r/${own}` : `/e/${page.event.slug}/transfer/${token}`);
}

export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readTransfer(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const declined = await declineTransfer(database(), token, now);
  if (!declined.ok) return refuse(form, declined.refusal);
  redirect(`/e/${page.event.slug}/transfer/${token}`);
}
