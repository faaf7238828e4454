import type { IncomingMessage, ServerResponse } from "node:http";
import { mayOf } from "#domain/viewer.ts";
import { tornOf, weighing } from "#domain/weighing.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { unhurried } from "#live/weighing-cache.ts";

/** The pairs that tear most people; the rest are left out. */
const PAIRS = 5;

/** `GET /live/{event}/pitches/{pitch}/weights`: sums per cell, so that nobody is sent who wants what. */
export async function weights(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, pitch }: { slug: string; pitch: string },
): Promise<void> {
  const eventId = await deskAt(live, request, slug);
  if (!eventId) return replyRefused(response, "not_found");
  const asked = await live.weighed.of(eventId);
  const weighed = await unhurried(weighing(asked, pitch), () => response.destroyed);
  if (weighed) reply(response, 200, weighed);
}

/** `GET /live/{event}/help`: the pairs that tear most people, and what one more room or slot would bring. */
export async function help(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const eventId = await deskAt(live, request, slug);
  if (!eventId) return replyRefused(response, "not_found");
  const asked = await live.weighed.of(eventId);
  const gains = await live.weighed.gains(eventId, () => response.destroyed);
  if (gains) reply(response, 200, { torn: tornOf(asked, PAIRS), gains });
}

/** Null unless the asker may see the camp's draft. */
async function deskAt(live: Live, request: IncomingMessage, slug: string): Promise<string | null> {
  const camp = await live.camps(slug);
  if (!camp) return null;
  const { crew } = await live.viewers.find(request, camp.id);
  return mayOf(crew, "seeProgramme") ? camp.id : null;
}
