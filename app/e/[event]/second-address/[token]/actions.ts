"use server";

/** What whoever reads the mail to a second address may say: yes. */
import { redirect } from "next/navigation";
import { type FormState, formOf, refuse, textOf } from "#app/respond.ts";
import { database } from "#db/connection.ts";
import { confirmSecond, readSecondPage } from "#db/second-address/proving.ts";

export async function sayYes(_state: FormState, form: FormData): Promise<FormState> {
  const token = textOf(formOf(form).get("token"));
  const now = new Date();
  const page = await readSecondPage(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const confirmed = await confirmSecond(database(), token, now);
  if (!confirmed.ok) return refuse(form, confirmed.refusal);
  redirect(`/e/${page.event.slug}/second-address/${token}`);
}
