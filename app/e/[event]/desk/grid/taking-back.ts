"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { ask, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { takeVersionBack } from "#db/publication/taking-back.ts";
import { answerAt } from "../said.ts";

const takenBack = z.object({
  number: z.coerce.number().int().min(1).max(2_147_483_647),
  agreed: z.string().max(100).optional(),
});

/** Takes the version that is out back, once it was said what that does. */
export async function takeGridBack(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "arrange", "publish");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(takenBack, form);
  if (!input.success) return refuse(form, "bad_input");
  const { number, agreed } = input.data;
  const result = await takeVersionBack(database(), asker.value.may, number, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/grid`, "taken-back", [number, result.value.done.back ?? 0]);
}
