"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { mergePitches } from "#db/pitch/merging.ts";
import { text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../../../said.ts";

const words = wordsOf("pitchMerging");

const merged = perLanguage(() =>
  z.object({
    ...{ stays: z.uuid(), goes: z.uuid(), mark: z.string().max(100) },
    reason: text("reason", words.reasonMissing),
  }),
);

/** Makes one pitch of two, after it was shown what becomes of both. */
export async function mergeThese(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(merged(), form);
  if (!input.success) return complain(form, input.error);
  const result = await mergePitches(database(), asker.value.may, input.data, new Date());
  // What it would come to is shown as it is now.
  if (!result.ok && result.refusal === "changed_meanwhile")
    revalidatePath(`/e/${slug}/desk/pitches`, "layout");
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/pitches/${input.data.stays}`, "merged");
}
