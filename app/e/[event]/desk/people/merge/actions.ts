"use server";

import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { mergePeople } from "#db/registration/merging.ts";
import { text } from "#domain/fields.ts";
import { keptView, viewText } from "#domain/people-view.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../../said.ts";

const words = wordsOf("merging");

const merged = perLanguage(() =>
  z.object({
    ...{ stays: z.uuid(), goes: z.uuid(), mark: z.string().max(100), list: z.string().max(500).catch("") },
    reason: text("reason", words.reasonMissing),
  }),
);

/** Makes one registration out of two of the same person, after it was shown what becomes of both. */
export async function mergeThem(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(merged(), form);
  if (!input.success) return complain(form, input.error);
  const { list, ...wanted } = input.data;
  const result = await mergePeople(database(), asker.value.may, wanted, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  const kept = viewText(keptView(list));
  answerAt(`/e/${slug}/desk/people/${wanted.stays}`, "merged", [], { keep: kept ? { list: kept } : {} });
}
