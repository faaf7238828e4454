"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formOf, read, textOf } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { CREW_ACTS, NOBODY } from "#components/pitch/acts.ts";
import type { TypedState } from "#components/pitch/type.tsx";
import { database } from "#db/connection.ts";
import { callPitch, sendBack } from "#db/pitch/front.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { parseHosts, parsePitch, refusePitch } from "../../pitching.ts";
import { answerAt } from "../said.ts";
import { blankCard } from "./blank.ts";

const pitchForm = wordsOf("pitchForm");
const refusal = wordsOf("refusal");

const COMMANDS = { back: sendBack, withdraw: withdrawPitch, restore: restorePitch };

const asked = z.object({
  pitch: z.uuid(),
  act: z.enum(CREW_ACTS),
  // Whom they saw at the front, where the next one is called.
  other: z.union([z.uuid(), z.literal(NOBODY).transform(() => null)]).optional(),
});

export async function actOnPitch(slug: string, _: Told, form: FormData): Promise<Told> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refusal[asker.refusal];
  const { may } = asker.value;
  const parsed = read(asked, form);
  if (!parsed.success) return refusal.bad_input;
  const { act, pitch, other } = parsed.data;
  const now = new Date();
  const done =
    act === "call"
      ? await callPitch(database(), may, pitch, now, other)
      : await COMMANDS[act](database(), may, pitch, now);
  if (!done.ok) return refusal[done.refusal];
  revalidatePath(`/e/${slug}/desk/pitches`);
  // The row it was pressed in is gone with it: the answer takes the focus, and undoes it.
  if (act === "withdraw" || act === "restore")
    answerAt(`/e/${slug}/desk/pitches`, act, [], { keep: { pitch } });
  return null;
}

/** Answers with a blank form for the next card. Whoever was signed out keeps what they typed. */
export async function typePitch(slug: string, before: TypedState, sent: FormData): Promise<TypedState> {
  const asker = await actAt(slug, "runPitches");
  const data = formOf(sent);
  const typed = { id: textOf(before?.id), hosts: String(data.get("hosts") ?? ""), added: null };
  if (!asker.ok) return { ...refusePitch(data, asker.refusal), ...typed };
  const { may } = asker.value;
  const parsed = parsePitch(data);
  if ("state" in parsed) return { ...parsed.state, ...typed };
  const hosts = parseHosts(data);
  if (!hosts)
    return { ...refusePitch(data, "bad_input"), ...typed, errors: { hosts: pitchForm.errors.hosts } };
  const brought = await bringPitchFor(database(), may, parsed.form, hosts, new Date());
  if (!brought.ok) return { ...refusePitch(data, brought.refusal), ...typed };
  revalidatePath(`/e/${slug}/desk/pitches`);
  return { ...blankCard(), added: parsed.form.title };
}
