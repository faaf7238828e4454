"use server";
/** Which equality questions are asked. */
import { type FormState, formOf, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeEquality } from "#db/equality.ts";
import { EQUALITY_QUESTIONS } from "#domain/equality.ts";
import { agreedIn, answer, seenMark } from "./saved.ts";

export async function saveEquality(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const ticked = formOf(form).getAll("asked");
  const asked = EQUALITY_QUESTIONS.filter((question) => ticked.includes(question));
  const result = await changeEquality(database(), may, seenMark(form), asked, new Date(), agreedIn(form));
  return answer(slug, form, "equality", result);
}
