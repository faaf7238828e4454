"use server";

import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { hideComment } from "#db/feedback.ts";
import { answerAt } from "../said.ts";

const decided = z.object({ id: z.uuid(), to: z.enum(["hide", "show"]) });

/** Takes a comment out of everybody's sight, or shows it again. */
export async function decide(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(decided, form);
  if (!input.success) return refuse(form, "bad_input");
  const { id, to } = input.data;
  const result = await hideComment(database(), asker.value.may, id, to === "hide", new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/feedback`, to === "hide" ? "hidden" : "shown");
}
