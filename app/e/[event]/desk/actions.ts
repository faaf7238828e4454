"use server";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { movePhase } from "#db/phase.ts";
import { PHASES } from "#domain/event.ts";
import { answerAt } from "./said.ts";

const moved = z.object({
  from: z.enum(PHASES),
  to: z.enum(PHASES),
  // Empty outside of the camp's days.
  day: z.union([z.uuid(), z.literal("").transform(() => null)]),
});

/** @param slug bound by the page */
export async function move(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePhase");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(moved, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await movePhase(database(), may, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk`, "moved", [result.value.offered, result.value.ended]);
}
