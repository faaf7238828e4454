"use server";
/** Passing on the places of people who are not there, and taking it back. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, formOf, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { passOn, undoPassOn } from "#db/registration/pass-on.ts";
import { isId } from "#domain/id.ts";

export async function passOnChosen(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "checkIn", "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const ids = formOf(form)
    .getAll("person")
    .filter((id) => typeof id === "string" && isId(id));
  const done = await passOn(database(), asker.value.may, ids as string[], new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/desk/door/pass-on?did=${done.value}`);
}

const chosen = z.object({ person: z.string().refine(isId) });

export async function undo(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "checkIn", "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const done = await undoPassOn(database(), asker.value.may, input.data.person, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${slug}/desk/door/pass-on?did=undone`);
}
