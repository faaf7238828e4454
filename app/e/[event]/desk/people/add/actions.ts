"use server";
/** Adds somebody by hand, and leads to their page. */
import { z } from "zod";
import { ask, complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { addPerson } from "#db/person-add.ts";
import { address, maybeText, text } from "#domain/fields.ts";
import { BROUGHT_AS } from "#domain/people-import/state.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../../said.ts";

const words = wordsOf("personAdd");

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

const person = perLanguage(() =>
  z.object({
    id: z.uuid(),
    name: text("personName", words.nameWrong),
    email: address(words.emailWrong),
    sectorId: z.uuid(words.sectorMissing),
    organisation: maybeText("organisation", words.organisationLong),
    firstTime: ticked,
    as: z.enum(BROUGHT_AS),
    tell: ticked,
    reason: text("reason", words.reasonMissing),
    agreed: z.string().max(100).catch(NOTHING_AGREED),
  }),
);

export async function add(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "movePeople");
  if (!asker.ok) return refuse(form, asker.refusal);
  const typed = read(person(), form);
  if (!typed.success) return complain(form, typed.error);
  const { agreed, ...added } = typed.data;
  const result = await addPerson(database(), asker.value.may, added, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  answerAt(`/e/${slug}/desk/people/${result.value.done}`, "added", [added.tell ? 1 : 0]);
}
