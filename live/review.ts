import type { IncomingMessage, ServerResponse } from "node:http";
import { readReview } from "#db/publication/review.ts";
import { findCrew } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

/** `GET /live/{event}/review`: how many people a publication of the draft would concern, for whoever may make one. */
export async function review(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "publish");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  reply(response, 200, await readReview(live.db, asker.value.id));
}
