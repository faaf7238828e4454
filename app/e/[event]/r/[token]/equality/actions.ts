"use server";

/** Sends somebody's answers to be counted. They are in no log and no address, and go back to nobody but their own browser. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, FRESH, read, refuse, typed } from "#app/respond.ts";
import { database } from "#db/connection.ts";
import { answerEquality } from "#db/equality/answering.ts";
import { readAsked } from "#db/equality.ts";
import { readStatus } from "#db/registration/status.ts";
import { answersTo, type Chosen, type EqualityQuestion } from "#domain/equality.ts";
import { wordsOf } from "#messages/words.ts";
import { tokenOf } from "../act.ts";

const words = wordsOf("equality");

/** What answers a question that is asked no more is left out. */
const chosenOf = (asked: readonly EqualityQuestion[]) =>
  z.object(Object.fromEntries(asked.map((it) => [it, z.enum(answersTo(it)).optional()])));

export async function answer(_state: FormState, form: FormData): Promise<FormState> {
  const token = tokenOf(form);
  const now = new Date();
  const page = await readStatus(database(), token, now);
  if (!page) return refuse(form, "not_found");
  const asked = await readAsked(database(), page.event.id);
  const input = read(chosenOf(asked), form);
  if (!input.success) return complain(form, input.error);
  const chosen: Chosen = input.data;
  const [first] = asked;
  if (first && Object.values(chosen).every((it) => it === undefined))
    return { ...FRESH, values: typed(form), errors: { [`${first}-first`]: words.form.nothing } };
  const done = await answerEquality(database(), token, chosen, now);
  if (!done.ok) return refuse(form, done.refusal);
  redirect(`/e/${page.event.slug}/r/${token}/equality`);
}
