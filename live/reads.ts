import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { databaseAway } from "#db/connection.ts";
import { readBallot } from "#db/voting.ts";
import { findAsker } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { ageOf, replyFresh, replyRefused } from "#live/reply.ts";
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

/** `GET /live/{event}/ballot`: the pitches the asker has a hand up for, as `{hands: [id]}`. */
export async function ballot(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findAsker(live, request, slug);
  if (!asker) return replyRefused(response, "not_found");
  const { attendee } = asker.viewer;
  if (!attendee) return replyRefused(response, "no_ticket");
  const json = JSON.stringify({ hands: await readBallot(live.db, attendee) });
  replyFresh(request, response, createHash("sha256").update(json).digest("base64url").slice(0, 16), json);
}
