"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse, typed as typedIn } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { letBackIn } from "#db/door/let-back.ts";
import { listNamesakes } from "#db/door/namesakes.ts";
import { letWalkIn } from "#db/door/walk-in.ts";
import { maybeText, text } from "#domain/fields.ts";
import { fold } from "#domain/search.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { asksCutOff } from "../../cut-off.ts";

const words = wordsOf("door");

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

const walkIn = perLanguage(() =>
  z.object({
    id: z.uuid(),
    name: text("personName", words.walkIn.nameWrong),
    sectorId: z.uuid(words.walkIn.sectorMissing),
    organisation: maybeText("organisation", words.walkIn.organisationLong),
    firstTime: ticked,
    photos: ticked,
    agreed: z.string().optional(),
  }),
);

/** Lets somebody in who did not register, after a question where the camp knows somebody of that name, and leads to what their lanyard is. */
export async function letIn(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "checkIn");
  if (!asker.ok) return refuse(form, asker.refusal);
  if (await asksCutOff(asker.value.event.id)) return refuse(form, "cut_off");
  const typed = read(walkIn(), form);
  if (!typed.success) return complain(form, typed.error);
  const { agreed, ...data } = typed.data;
  // Agreed to for one name, and asked again for another.
  const agreement = fold(data.name);
  const same = agreed === agreement ? [] : await listNamesakes(database(), asker.value.may, data);
  if (same.length > 0) {
    const points = same.map(({ name, is }) => words.walkIn.namesake(name, is));
    return { values: typedIn(form), errors: {}, refusal: null, asks: { points, agreement, tell: null } };
  }
  const person = { ...data, reason: words.walkIn.reason };
  const result = await letWalkIn(database(), asker.value.may, person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/door/walk-in?in=${result.value}`);
}

const late = z.object({ person: z.uuid() });

/** Lets somebody in whose place was passed on, as long as one is free. */
export async function letBack(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "checkIn");
  if (!asker.ok) return refuse(form, asker.refusal);
  if (await asksCutOff(asker.value.event.id)) return refuse(form, "cut_off");
  const typed = read(late, form);
  if (!typed.success) return refuse(form, "bad_input");
  const { person } = typed.data;
  const result = await letBackIn(database(), asker.value.may, person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/door/walk-in?in=${person}`);
}
