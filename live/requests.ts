import type { IncomingMessage, ServerResponse } from "node:http";
import { listRequests } from "#db/session-request/reading.ts";
import { findCrew } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

/** `GET /live/{event}/requests`: what campers ask of the grid, with who asks it, for whoever makes the grid. */
export async function requests(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "arrange");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  reply(response, 200, await listRequests(live.db, asker.value.id, new Date()));
}
