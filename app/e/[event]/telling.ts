"use server";

import { z } from "zod";
import { attendeeAt } from "#app/viewer.ts";
import type { Told } from "#components/pitch/act.tsx";
import { database } from "#db/connection.ts";
import { putAway } from "#db/publication/telling.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

const instant = z.iso.datetime();

/** Whoever holds this phone has read what they were told of sessions that changed. @param upTo when they were told the last, ISO 8601 */
export async function putTellingsAway(slug: string, upTo: unknown): Promise<Told> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const parsed = instant.safeParse(upTo);
  if (!parsed.success) return words.bad_input;
  await putAway(database(), asker.value.attendee, new Date(parsed.data), new Date());
  return null;
}
