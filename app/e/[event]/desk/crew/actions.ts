"use server";
/** The doors of the crew page. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, refuse } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { inviteCrew, removeCrew } from "#db/crew.ts";
import { isId } from "#domain/id.ts";
import { ROLES } from "#domain/viewer.ts";
import { env } from "#env.ts";
import { desk } from "#messages/en/desk.ts";

const words = desk.crew;

const invited = z.object({
  name: z.string().trim().min(1, words.nameWrong).max(80, words.nameWrong),
  email: z.string().trim().pipe(z.email(words.emailWrong).max(254, words.emailWrong)),
  role: z.enum(ROLES, words.roleWrong),
});

/** Invites somebody by mail, or changes what they are. */
export async function invite(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = invited.safeParse(Object.fromEntries(form));
  if (!input.success) return complain(form, input.error);
  const result = await inviteCrew(database(), organiser, { ...input.data, origin: env().ORIGIN }, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/crew`);
}

const chosen = z.object({ person: z.string().refine(isId) });

/** Takes somebody off the crew; whoever takes themselves off has no desk here any more. */
export async function remove(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const input = chosen.safeParse(Object.fromEntries(form));
  if (!input.success) return refuse(form, "not_found");
  const result = await removeCrew(database(), organiser, input.data.person, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(input.data.person === organiser.personId ? "/desk" : `/e/${slug}/desk/crew`);
}
