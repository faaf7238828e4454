"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, read, refuse } from "#app/respond.ts";
import { askerAt, attendeeAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import {
  HOST_ANSWERS,
  OWN_ACTS,
  type OwnAct,
  TOGETHER_ACTS,
  type TogetherAct,
} from "#components/pitch/acts.ts";
import { type Database, database } from "#db/connection.ts";
import { endOwnPass } from "#db/pass.ts";
import { hostPitch, stepBack } from "#db/pitch/host.ts";
import { answerHostAsk } from "#db/pitch/host-ask.ts";
import { partPitches } from "#db/pitch/merging.ts";
import { answerTogether, askTogether, type Both, takeBackTogether } from "#db/pitch/together.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { mintOwnPage } from "#db/ticket.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

type One = (db: Database, attendee: Attendee, pitchId: string, now: Date) => Promise<Result<null, Refusal>>;
type Two = (db: Database, attendee: Attendee, both: Both, now: Date) => Promise<Result<null, Refusal>>;

const COMMANDS: Record<OwnAct, One> = {
  withdraw: withdrawPitch,
  restore: restorePitch,
  host: hostPitch,
  stepBack,
  part: (db, attendee, goes, now) => partPitches(db, attendee, { goes, reason: "" }, now),
};
/** About a pitch of theirs and another. */
const TOGETHER: Record<TogetherAct, Two> = {
  ask: askTogether,
  agree: (db, attendee, both, now) => answerTogether(db, attendee, both, true, now),
  decline: (db, attendee, both, now) => answerTogether(db, attendee, both, false, now),
  takeBack: takeBackTogether,
};

const answered = z.object({ pitch: z.uuid(), act: z.enum(HOST_ANSWERS) });

/** Answers whoever asks somebody to host a pitch. */
export async function answerAsked(slug: string, _: Told, form: FormData): Promise<Told> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const parsed = read(answered, form);
  if (!parsed.success) return words.bad_input;
  const { pitch: askId, act } = parsed.data;
  const done = await answerHostAsk(database(), asker.value.attendee, askId, act === "acceptHost", new Date());
  if (!done.ok) return words[done.refusal];
  revalidatePath(`/e/${slug}`, "layout");
  return null;
}

const asked = z.union([
  z.object({ pitch: z.uuid(), act: z.enum(OWN_ACTS) }),
  z.object({ pitch: z.uuid(), act: z.enum(TOGETHER_ACTS), other: z.uuid() }),
]);

export async function actOnPitch(slug: string, _: Told, form: FormData): Promise<Told> {
  const parsed = read(asked, form);
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const { attendee } = asker.value;
  if (!parsed.success) return words.bad_input;
  const wanted = parsed.data;
  const now = new Date();
  const done =
    "other" in wanted
      ? await TOGETHER[wanted.act](database(), attendee, { mine: wanted.pitch, other: wanted.other }, now)
      : await COMMANDS[wanted.act](database(), attendee, wanted.pitch, now);
  if (!done.ok) return words[done.refusal];
  revalidatePath(`/e/${slug}`, "layout");
  return null;
}

export async function openOwnPage(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const found = await askerAt(slug);
  if (!found.ok) return refuse(form, found.refusal);
  const { deviceId, registrationId, pass } = found.value.asker;
  // A badge is photographed, and their page opens everything.
  if (!deviceId || !registrationId || pass) return refuse(form, "no_ticket");
  const token = await mintOwnPage(database(), { deviceId, registrationId }, new Date());
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
