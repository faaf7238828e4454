"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { read } from "#app/respond.ts";
import { actAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { database } from "#db/connection.ts";
import { closeHands } from "#db/voting/closing.ts";
import { wordsOf } from "#messages/words.ts";

const refusal = wordsOf("refusal");

const asked = z.object({ closed: z.enum(["yes", "no"]) });

/** Closes hands, or opens them again. */
export async function switchHands(slug: string, _: Told, form: FormData): Promise<Told> {
  const asker = await actAt(slug, "runPitches");
  if (!asker.ok) return refusal[asker.refusal];
  const parsed = read(asked, form);
  if (!parsed.success) return refusal.bad_input;
  const done = await closeHands(database(), asker.value.may, parsed.data.closed === "yes", new Date());
  if (!done.ok) return refusal[done.refusal];
  revalidatePath(`/e/${slug}/desk/pitches`);
  return null;
}
