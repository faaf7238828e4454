"use server";
/** Saves what is kept for whom, after it was shown what that does. */
import { z } from "zod";
import { ask, type FormState, formOf, overtaken, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { changePools } from "#db/pool/change.ts";
import { listSectors } from "#db/sector.ts";
import { answerAt } from "../../said.ts";
import { readPoolForm } from "./read.ts";

const sent = z.object({
  mark: z.string().max(40).catch(""),
  agreed: z.string().max(100).catch(NOTHING_AGREED),
});

export async function savePools(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, may } = asker.value;
  const fields = formOf(form);
  const { wanted, errors } = readPoolForm(fields, await listSectors(database(), event.id), event.zone);
  if (!wanted) return { values: typed(form), errors, refusal: null };
  const { mark, agreed } = sent.parse({ mark: fields.get("mark"), agreed: fields.get("agreed") });
  const result = await changePools(database(), may, mark, wanted, new Date(), agreed);
  const page = `/e/${slug}/desk/people/pools`;
  if (!result.ok && result.refusal === "changed_meanwhile") return overtaken(form, page);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  answerAt(page, "saved", [result.value.done]);
}
