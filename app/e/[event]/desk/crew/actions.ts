"use server";
/** The actions of the crew page. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { changeRole, inviteCrew, removeCrew, restoreCrew } from "#db/crew.ts";
import { address, line } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { ROLES } from "#domain/viewer.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const desk = wordsOf("desk");

const words = desk.crew;

const invited = perLanguage(() =>
  z.object({
    name: line("personName", words.nameWrong),
    email: address(words.emailWrong),
    role: z.enum(ROLES, words.roleWrong),
  }),
);

/** Invites somebody by mail. Whoever is on the crew as something else is shown first: nobody is promoted by a slip. */
export async function invite(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(invited(), form);
  if (!input.success) return complain(form, input.error);
  const result = await inviteCrew(database(), organiser, input.data, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  const { personId, became } = result.value;
  redirect(
    became === "other"
      ? `/e/${slug}/desk/crew/${personId}?already=1`
      : `/e/${slug}/desk/crew?${became}=${personId}`,
  );
}

const chosen = z.object({ person: z.string().refine(isId) });
const changed = chosen.extend({ role: z.enum(ROLES) });

/** Makes somebody on the crew something else. */
export async function change(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(changed, form);
  if (!input.success) return refuse(form, "not_found");
  const { person, role } = input.data;
  const result = await changeRole(database(), organiser, person, role, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/crew?changed=${person}`);
}

/** Takes somebody off the crew; whoever takes themselves off has no desk here any more. */
export async function remove(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "not_found");
  const result = await removeCrew(database(), organiser, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(input.data.person === organiser.personId ? "/desk" : `/e/${slug}/desk/crew`);
}

/** Puts somebody back who was taken off. */
export async function restore(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "not_found");
  const result = await restoreCrew(database(), organiser, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/crew?changed=${input.data.person}`);
}
