"use server";

/** The organiser's hand in the line: every change with a reason, but for the button that only does what the clock does. */
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { organiserAt } from "#app/viewer.ts";
import { GROUPS } from "#components/people/groups.ts";
import { database } from "#db/connection.ts";
import { moveByHand, readPeopleCounts } from "#db/people.ts";
import { offerFreePlaces } from "#db/waiting.ts";
import { line } from "#domain/fields.ts";
import { people as words } from "#messages/en/people.ts";
import { answerAt } from "../said.ts";

/** Offers every free place to the next in line. */
export async function offer(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const result = await offerFreePlaces(database(), organiser, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  const { free, waiting } = await readPeopleCounts(database(), organiser.eventId);
  const show = z.enum(GROUPS).catch("line").parse(form.get("show"));
  answerAt(`/e/${slug}/desk/people`, "offered", [result.value, free, waiting], { keep: { show } });
}

const hand = z.object({
  registration: z.uuid(),
  move: z.enum(["confirm", "put_back_in_line", "remove"]),
  reason: line("reason", words.person.reasonMissing),
});

/** Confirms, puts back or removes somebody. */
export async function move(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const { organiser } = await organiserAt(slug);
  const typed = read(hand, form);
  if (!typed.success) return complain(form, typed.error);
  const { registration, reason } = typed.data;
  const result = await moveByHand(database(), organiser, registration, typed.data.move, reason, new Date());
  if (!result.ok) return refuse(form, result.refusal);
  answerAt(`/e/${slug}/desk/people/${registration}`, typed.data.move);
}
