"use server";

import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { addLink, decideLink } from "#db/round-up.ts";
import { linkOf, typedLink } from "../../link-form.ts";
import { answerAt } from "../said.ts";

/** Adds a link for somebody. */
export async function add(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(typedLink(), form);
  if (!input.success) return complain(form, input.error);
  const done = await addLink(database(), asker.value.may, input.data.id, linkOf(input.data), new Date());
  if (!done.ok) return refuse(form, done.refusal);
  answerAt(`/e/${slug}/desk/round-up`, "added");
}

const decided = z.object({ id: z.uuid(), to: z.enum(["hide", "show", "keep"]) });

/** Hides a link, shows it again, or leaves one that was reported. */
export async function decide(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "changeSettings");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(decided, form);
  if (!input.success) return refuse(form, "bad_input");
  const { id, to } = input.data;
  const done = await decideLink(database(), asker.value.may, id, to, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  answerAt(`/e/${slug}/desk/round-up`, to);
}
