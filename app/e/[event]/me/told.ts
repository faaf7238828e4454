"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { askerAt } from "#app/viewer.ts";
import type { Ended, Refused } from "#components/push/browser.ts";
import { database } from "#db/connection.ts";
import { askForPush, endPush } from "#db/push.ts";
import { LONGEST } from "#domain/limits.ts";
import { readPushAsk } from "#domain/push.ts";
import { granted, refused } from "#domain/result.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

const short = z.string().max(200);
const given = z.object({ endpoint: z.string().max(LONGEST.pushEndpoint), p256dh: short, auth: short });

/** For whom this browser acts: with a place, or standing by for one. */
async function holderAt(slug: string) {
  const found = await askerAt(slug);
  if (!found.ok) return found;
  const { event, asker } = found.value;
  const { deviceId, registrationId } = asker;
  return deviceId && registrationId
    ? granted({ deviceId, holder: { registrationId, eventId: event.id } })
    : refused("no_ticket");
}

/** Has this phone told of announcements and of their place. @param asked what the browser gives, a PushAsk @returns why not; null once it is */
export async function askToBeTold(slug: string, asked: unknown): Promise<Refused | null> {
  const asker = await holderAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const parsed = given.safeParse(asked);
  const ask = parsed.success ? readPushAsk(parsed.data) : null;
  if (!ask) return words.bad_input;
  const { holder, deviceId } = asker.value;
  const done = await askForPush(database(), holder, deviceId, ask, new Date());
  if (!done.ok) return words[done.refusal];
  revalidatePath(`/e/${slug}/me`);
  return null;
}

/** Has this phone told no more. */
export async function endTelling(slug: string): Promise<Refused | Ended> {
  const asker = await holderAt(slug);
  if (!asker.ok) return words[asker.refusal];
  const { holder, deviceId } = asker.value;
  const ended = await endPush(database(), holder.eventId, deviceId);
  revalidatePath(`/e/${slug}/me`);
  return ended;
}
