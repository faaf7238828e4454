"use server";
/** The doors of the crew page. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { inviteCrew, removeCrew } from "#db/crew.ts";
import { address, line } from "#domain/fields.ts";
import { isId } from "#domain/id.ts";
import { ROLES } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { desk } from "#messages/en/desk.ts";

const words = desk.crew;

const invited = z.object({
  name: line("personName", words.nameWrong),
  email: address(words.emailWrong),
  role: z.enum(ROLES, words.roleWrong),
});

/** Invites somebody by mail, or changes what they are. */
export async function invite(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(invited, form);
  if (!input.success) return complain(form, input.error);
  const result = await inviteCrew(database(), organiser, { ...input.data, origin: env().ORIGIN }, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/crew`);
}

const chosen = z.object({ person: z.string().refine(isId) });

/** Takes somebody off the crew; whoever takes themselves off has no desk here any more. */
export async function remove(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = read(chosen, form);
  if (!input.success) return refuse(form, "not_found");
  const result = await removeCrew(database(), organiser, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(input.data.person === organiser.personId ? "/desk" : `/e/${slug}/desk/crew`);
}
