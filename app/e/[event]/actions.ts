"use server";

import { z } from "zod";
import { read } from "#app/respond.ts";
import { attendeeAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { BESIDE_ACTS } from "#components/pitch/acts.ts";
import { database } from "#db/connection.ts";
import { comeBack } from "#db/pitch/front.ts";
import { hostPitch, standWith, stepBack } from "#db/pitch/host.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

const COMMANDS = { stand: standWith, host: hostPitch, stepBack };

const about = z.object({ pitch: z.uuid() });
const beside = about.extend({ act: z.enum(BESIDE_ACTS) });

/** Answers "stand with me" and "I wish somebody would". The list shows it as soon as the stream says it. */
export async function standBeside(slug: string, _: Told, form: FormData): Promise<Told> {
  const parsed = read(beside, form);
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const { attendee } = asker.value;
  if (!parsed.success) return words.bad_input;
  const stood = await COMMANDS[parsed.data.act](database(), attendee, parsed.data.pitch, new Date());
  if (!stood.ok) return words[stood.refusal];
  return null;
}

/** Whoever was called and not there is back. The line shows it as soon as the stream says it. */
export async function comeBackToLine(slug: string, _: Told, form: FormData): Promise<Told> {
  const parsed = read(about, form);
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  if (!parsed.success) return words.bad_input;
  const back = await comeBack(database(), asker.value.attendee, parsed.data.pitch, new Date());
  return back.ok ? null : words[back.refusal];
}
