import type { IncomingMessage, ServerResponse } from "node:http";
import { databaseAway } from "#db/connection.ts";
import { readMe } from "#db/me.ts";
import { findAsker } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { ageOf, reply, replyFresh, replyRefused } from "#live/reply.ts";
import { admitScreen } from "#live/stream.ts";

/** `GET /live/{event}/snapshot?audience=phone|wall|desk`: what the stream's first message says. */
export async function snapshot(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, query }: { slug: string; query: URLSearchParams },
): Promise<void> {
  const admitted = await admitScreen(live, request, slug, query);
  if (!admitted.ok) return replyRefused(response, admitted.refusal);
  const { eventId, audience } = admitted.value;
  const camp = await live.hub.camp(eventId);
  const since = databaseAway();
  if (since) response.setHeader("age", ageOf(since));
  replyFresh(request, response, `${camp.version}-${audience}`, camp.snapshot(audience));
}

/** `GET /live/{event}/me`: who the asker is at this camp and what is theirs, a `Me`. Nobody may keep it. */
export async function me(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findAsker(live, request, slug);
  if (!asker) return replyRefused(response, "not_found");
  reply(response, 200, await readMe(live.db, asker.viewer));
}
