"use server";

import { redirect } from "next/navigation";
import { type FormState, formOf, refuse, textOf } from "#app/respond.ts";
import { database } from "#db/connection.ts";
import { readUnsubscribe, setWillingness } from "#db/group-mail/unwilling.ts";

export async function stop(_: FormState, form: FormData): Promise<FormState> {
  return say("none", form);
}

export async function resume(_: FormState, form: FormData): Promise<FormState> {
  return say("all", form);
}

async function say(wants: "none" | "all", form: FormData): Promise<FormState> {
  const token = textOf(formOf(form).get("token"));
  const now = new Date();
  const done = await setWillingness(database(), token, wants, now);
  const page = done.ok && (await readUnsubscribe(database(), token, now));
  if (!page) return refuse(form, "not_found");
  redirect(`/e/${page.slug}/unsubscribe/${token}`);
}
