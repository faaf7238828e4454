"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { complain, type FormState, read, refuse } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { REPORT_ACTS } from "#components/pitch/acts.ts";
import { database } from "#db/connection.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { keepPitch } from "#db/pitch/report.ts";
import { text } from "#domain/fields.ts";
import { perLanguage, wordsOf } from "#messages/words.ts";
import { answerAt } from "../said.ts";

const refusal = wordsOf("refusal");
const { desk: words } = wordsOf("pitchReport");

const hidden = perLanguage(() => z.object({ pitch: z.uuid(), reason: text("reason", words.reasonMissing) }));

/** Hides a pitch from everybody but its hosts and the crew. */
export async function hide(slug: string, _before: FormState, form: FormData): Promise<FormState> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refuse(form, asker.refusal);
  const input = read(hidden(), form);
  if (!input.success) return complain(form, input.error);
  const { pitch: pitchId, reason } = input.data;
  const done = await hidePitch(database(), asker.value.may, { pitchId, reason }, new Date());
  if (!done.ok) return refuse(form, done.refusal);
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/pitches/reported`, "hide");
}

const COMMANDS = { keep: keepPitch, show: showPitch };

const asked = z.object({ pitch: z.uuid(), act: z.enum(REPORT_ACTS) });

/** Leaves a reported pitch where it is, or shows a hidden one again. */
export async function decide(slug: string, _: Told, form: FormData): Promise<Told> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refusal[asker.refusal];
  const parsed = read(asked, form);
  if (!parsed.success) return refusal.bad_input;
  const done = await COMMANDS[parsed.data.act](database(), asker.value.may, parsed.data.pitch, new Date());
  if (!done.ok) return refusal[done.refusal];
  revalidatePath(`/e/${slug}`, "layout");
  answerAt(`/e/${slug}/desk/pitches/reported`, parsed.data.act);
}
