"use server";

/** The organiser's hand in the line: every change with a reason, but for the button that only does what the clock does. */
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { complain, type FormState, FRESH, refuse } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { mendAddressByHand } from "#db/address.ts";
import { database } from "#db/connection.ts";
import { moveByHand } from "#db/people.ts";
import { offerFreePlaces } from "#db/waiting.ts";
import { people as words } from "#messages/en/people.ts";

/** Offers every free place to the next in line. */
export async function offer(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const result = await offerFreePlaces(database(), organiser, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  revalidatePath(`/e/${slug}/desk/people`);
  return FRESH;
}

const hand = z.object({
  registration: z.uuid(),
  move: z.enum(["confirm", "put_back_in_line", "remove"]),
  reason: z.string().trim().min(1, words.person.reasonMissing).max(300),
});

/** Confirms, puts back or removes somebody. */
export async function move(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const typed = hand.safeParse(Object.fromEntries(form));
  if (!typed.success) return complain(form, typed.error);
  const { registration, reason } = typed.data;
  const result = await moveByHand(database(), organiser, registration, typed.data.move, reason, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/people/${registration}`);
}

const mended = z.object({
  registration: z.uuid(),
  email: z
    .string()
    .trim()
    .max(254, words.mend.emailWrong)
    .pipe(z.email({ pattern: z.regexes.html5Email, error: words.mend.emailWrong })),
  reason: z.string().trim().min(1, words.person.reasonMissing).max(300),
});

/** Mends a mistyped mail address. */
export async function mend(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const typed = mended.safeParse(Object.fromEntries(form));
  if (!typed.success) return complain(form, typed.error);
  const { registration, ...input } = typed.data;
  const result = await mendAddressByHand(database(), organiser, registration, input, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  redirect(`/e/${slug}/desk/people/${registration}`);
}
