"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { formOf, read, textOf } from "#app/respond.ts";
import { crewOf } from "#app/viewer.ts";
import { CREW_ACTS } from "#components/pitch/acts.ts";
import type { TypedState } from "#components/pitch/type.tsx";
import { database } from "#db/connection.ts";
import { callPitch, sendBack } from "#db/pitch/front.ts";
import { bringPitchFor, restorePitch, withdrawPitch } from "#db/pitch.ts";
import { pitchForm } from "#messages/en/pitchForm.ts";
import { parseHosts, parsePitch, refusePitch } from "../../pitching.ts";
import { blankCard } from "./blank.ts";

const VERBS = { call: callPitch, back: sendBack, withdraw: withdrawPitch, restore: restorePitch };

const asked = z.object({ pitch: z.uuid(), act: z.enum(CREW_ACTS) });

/** Calls a pitch to the front, sends it back, withdraws or restores it. Not yours is not found. */
export async function actOnPitch(slug: string, form: FormData): Promise<void> {
  const { crew } = await crewOf(slug);
  const parsed = read(asked, form);
  if (!parsed.success) notFound();
  const done = await VERBS[parsed.data.act](database(), crew, parsed.data.pitch, new Date());
  if (!done.ok) notFound();
  revalidatePath(`/e/${slug}/desk/pitches`);
}

/** Adds a pitch for somebody, and hands out a blank form for the next card. */
export async function typePitch(slug: string, before: TypedState, sent: FormData): Promise<TypedState> {
  const { crew } = await crewOf(slug);
  const data = formOf(sent);
  const typed = { id: textOf(before?.id), hosts: String(data.get("hosts") ?? ""), added: null };
  const parsed = parsePitch(data);
  if ("state" in parsed) return { ...parsed.state, ...typed };
  const hosts = parseHosts(data);
  if (!hosts)
    return { ...refusePitch(data, "bad_input"), ...typed, errors: { hosts: pitchForm.errors.hosts } };
  const brought = await bringPitchFor(database(), crew, parsed.form, hosts, new Date());
  if (!brought.ok) return { ...refusePitch(data, brought.refusal), ...typed };
  revalidatePath(`/e/${slug}/desk/pitches`);
  return { ...blankCard(), added: parsed.form.title };
}
