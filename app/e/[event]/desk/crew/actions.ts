"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ask, complain, type FormState, formOf, read, refuse, typed } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { NOTHING_AGREED } from "#db/change.ts";
import { database } from "#db/connection.ts";
import { changeRoles, inviteCrew, removeCrew, restoreCrew } from "#db/crew.ts";
import { address, text } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { allowed, ROLES, type Role } from "#domain/permission.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";

const words = wordsOf("crew");

const invited = perLanguage(() =>
  z.object({
    name: text("personName", words.nameWrong),
    email: address(words.emailWrong),
  }),
);

/** Null when none is ticked, or one is unknown. */
function rolesOf(form: unknown): Role[] | null {
  const read = z.array(z.enum(ROLES)).min(1).max(ROLES.length).safeParse(formOf(form).getAll("role"));
  return read.success ? read.data : null;
}

/** Whoever is on the crew in other roles is shown first: nobody is promoted by mistake. */
export async function invite(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(invited(), form);
  const roles = rolesOf(form);
  if (!input.success || !roles) return withRoles(form, input.success ? null : input.error, roles);
  const result = await inviteCrew(database(), may, { ...input.data, roles }, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  const { personId, became } = result.value;
  redirect(
    became === "other"
      ? `/e/${slug}/desk/crew/${personId}?already=1`
      : `/e/${slug}/desk/crew?${became}=${personId}`,
  );
}

const chosen = z.object({
  person: z.string().refine(isId),
  agreed: z.string().max(100).catch(NOTHING_AGREED),
});

export async function change(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const { person, agreed } = input.data;
  const roles = rolesOf(form);
  if (!roles) return withRoles(form, null, roles);
  const result = await changeRoles(database(), may, person, roles, new Date(), agreed);
  if (!result.ok) return refuse(form, result.refusal);
  if ("asks" in result.value) return ask(form, result.value);
  // Whoever may no longer see the crew has no such page to be sent to.
  const sees = person !== may.personId || allowed(roles, "seeCrew");
  redirect(sees ? `/e/${slug}/desk/crew?changed=${person}` : `/e/${slug}/desk`);
}

function withRoles(form: FormData, error: z.ZodError | null, roles: Role[] | null): FormState {
  const state = error ? complain(form, error) : { values: typed(form), errors: {}, refusal: null };
  return roles ? state : { ...state, errors: { ...state.errors, role: words.roleWrong } };
}

/** Whoever removes themselves has no desk here any more. */
export async function remove(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await removeCrew(database(), may, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(input.data.person === may.personId ? "/desk" : `/e/${slug}/desk/crew`);
}

export async function restore(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "manageCrew");
  if (!asker.ok) return refuse(form, asker.refusal);
  const { may } = asker.value;
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "bad_input");
  const result = await restoreCrew(database(), may, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/crew?changed=${input.data.person}`);
}
