"use server";

import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { hideCard, showCard } from "#db/swap/hiding.ts";
import { text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const { desk: words } = wordsOf("swaps");

const which = z.object({ id: z.uuid(), to: z.enum(["hide", "show"]) });
const why = perLanguage(() => z.object({ reason: text("reason", words.reasonMissing, words.reasonLong) }));

/** Takes a card off the board with a reason for its owner, or shows it again. */
export async function decide(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(which, form);
  if (!input.success) return refuse(form, "bad_input");
  const { id, to } = input.data;
  const { may } = asker.value;
  const now = new Date();
  if (to === "show") {
    const shown = await showCard(database(), may, id, now);
    if (!shown.ok) return refuse(form, shown.refusal);
    answerAt(`/e/${slug}/desk/swaps`, "shown");
  }
  const said = read(why(), form);
  if (!said.success) {
    const { errors, ...rest } = complain(form, said.error);
    return { ...rest, errors: { [`reason-${id}`]: errors.reason ?? words.reasonMissing } };
  }
  const hidden = await hideCard(database(), may, { id, reason: said.data.reason }, now);
  if (!hidden.ok) return refuse(form, hidden.refusal);
  answerAt(`/e/${slug}/desk/swaps`, "hidden");
}
