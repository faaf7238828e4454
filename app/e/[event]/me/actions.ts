"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { askerAt, attendeeAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { database } from "#db/connection.ts";
import { endOwnPass } from "#db/pass.ts";
import { stepBack } from "#db/pitch/host.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { mintLink } from "#db/registration/link.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

const COMMANDS = { withdraw: withdrawPitch, restore: restorePitch, stepBack };

const asked = z.object({ pitch: z.uuid(), act: z.enum(["withdraw", "restore", "stepBack"]) });

export async function actOnPitch(slug: string, _: Told, form: FormData): Promise<Told> {
  const parsed = read(asked, form);
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const { attendee } = asker.value;
  if (!parsed.success) return words.bad_input;
  const done = await COMMANDS[parsed.data.act](database(), attendee, parsed.data.pitch, new Date());
  if (!done.ok) return words[done.refusal];
  revalidatePath(`/e/${slug}`, "layout");
  return null;
}

export async function openOwnPage(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const found = await askerAt(slug);
  if (!found.ok) return refuse(form, found.refusal);
  const { registrationId, pass } = found.value.asker;
  // A badge is photographed, and their page opens everything.
  if (!registrationId || pass) return refuse(form, "no_ticket");
  const token = await mintLink(database(), registrationId, { mailed: false, now: new Date() });
  redirect(`/e/${slug}/r/${token}`);
}

/** Lets go of the phone that came in with one's badge: this one, or another. */
export async function endPass(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return refuse(form, asker.refusal);
  const { event, attendee } = asker.value;
  await endOwnPass(database(), event.id, attendee.registrationId, new Date());
  redirect(`/e/${slug}/me`);
}
