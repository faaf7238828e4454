"use server";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { addItem, removeItem, tickItem } from "#db/checklist.ts";
import { database } from "#db/connection.ts";
import { ORDINARY } from "#domain/checklist.ts";
import { signed, text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const words = wordsOf("checklist");

const KEYS = ORDINARY.map(({ key }) => key);
const ticked = z.object({
  which: z.union([z.enum(KEYS).transform((key) => ({ key })), z.uuid().transform((id) => ({ id }))]),
  done: z.enum(["yes", "no"]).transform((done) => done === "yes"),
  from: z.enum(["", "/checklist"]),
});

/** Ticks something, or takes the tick away, on the page of the desk that it was pressed on. */
export async function tick(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(ticked, form);
  if (!input.success) return refuse(form, "bad_input");
  const { which, done, from } = input.data;
  const result = await tickItem(database(), asker.value.may, which, done, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk${from}`, done ? "ticked" : "unticked");
}

const added = perLanguage(() =>
  z.object({
    id: z.uuid(),
    title: text("checklistItem", words.whatWrong, words.whatLong),
    daysBefore: signed("daysBefore", words.daysWrong),
  }),
);

export async function add(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(added(), form);
  if (!input.success) return complain(form, input.error);
  const result = await addItem(database(), asker.value.may, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/checklist`, "added");
}

export async function remove(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(z.object({ id: z.uuid() }), form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await removeItem(database(), asker.value.may, input.data.id, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/checklist`, "removed");
}
