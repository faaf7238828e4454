"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attendeeAt, viewer } from "#app/viewer.ts";
import type { Ended, Refused } from "#components/push/browser.ts";
import { database } from "#db/connection.ts";
import { askForPush, endPush } from "#db/push.ts";
import { LONGEST } from "#domain/limits.ts";
import { readPushAsk } from "#domain/push.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

const short = z.string().max(200);
const given = z.object({ endpoint: z.string().max(LONGEST.pushEndpoint), p256dh: short, auth: short });

/** Has this phone told of announcements. @param asked what the browser gives, a PushAsk @returns why not; null once it is */
export async function askToBeTold(slug: string, asked: unknown): Promise<Refused | null> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const { event, attendee } = asker.value;
  const { deviceId } = await viewer(event.id);
  if (!deviceId) return words.no_ticket;
  const parsed = given.safeParse(asked);
  const ask = parsed.success ? readPushAsk(parsed.data) : null;
  if (!ask) return words.bad_input;
  const done = await askForPush(database(), attendee, deviceId, ask, new Date());
  if (!done.ok) return words[done.refusal];
  revalidatePath(`/e/${slug}/me`);
  return null;
}

/** Has this phone told no more. */
export async function endTelling(slug: string): Promise<Refused | Ended> {
  const asker = await attendeeAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const { event } = asker.value;
  const { deviceId } = await viewer(event.id);
  if (!deviceId) return words.no_ticket;
  const ended = await endPush(database(), event.id, deviceId);
  revalidatePath(`/e/${slug}/me`);
  return ended;
}
