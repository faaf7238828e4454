import type { IncomingMessage, ServerResponse } from "node:http";
import { readCalled } from "#db/registration/standby.ts";
import { findCrew } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

/** `GET /live/{event}/called`: who is called to a place now, for the screen that the crew of the door opened. */
export async function called(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "checkIn");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  reply(response, 200, await readCalled(live.db, asker.value.id));
}
