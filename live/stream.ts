import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { type Audience, audienceFor } from "#domain/live/audience.ts";
import { SCREENS, type Screen } from "#domain/live.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { maySee, whyNotCrew } from "#domain/viewer.ts";
import type { Live } from "#live/instance.ts";
import { replyRefused } from "#live/reply.ts";

const screens = z.enum(SCREENS).catch("phone");

/** `who`: the ids by which this stream is ended when its viewer may no longer see it. */
type Admitted = { eventId: string; screen: Screen; audience: Audience; who: string[] };

/**
 * Who may have which screen. Asked when a stream opens; a stream is ended when its viewer changes.
 * @returns refused `signed_out` for nobody's desk, `passkey_needed` for that of one of the crew who is to use one first,
 * and `not_found` for a draft or a desk that is not theirs, each as for what is not there
 */
export async function admitScreen(
  live: Live,
  request: IncomingMessage,
  slug: string,
  query: URLSearchParams,
): Promise<Result<Admitted, "signed_out" | "passkey_needed" | "not_found">> {
  const screen = screens.parse(query.get("audience"));
  const camp = await live.camps(slug);
  const viewer = await live.viewers.find(request, camp?.id ?? null);
  if (screen === "desk" && !viewer.person) return refused("signed_out");
  const audience = camp && maySee(camp, viewer) ? audienceFor(screen, viewer) : null;
  if (!camp || !audience) return refused(screen === "desk" ? whyNotCrew(viewer) : "not_found");
  const who = [viewer.deviceId, viewer.person?.id].filter((id) => id != null);
  return granted({ eventId: camp.id, screen, audience, who });
}

/** `GET /live/{event}/stream?audience=phone|wall|desk`, as server-sent events: first everything, then changes. */
export async function stream(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, query }: { slug: string; query: URLSearchParams },
): Promise<void> {
  const { changes } = live.hub;
  const admitted = await admitScreen(live, request, slug, query);
  if (!admitted.ok) return replyRefused(response, admitted.refusal);
  const { eventId, screen, audience, who } = admitted.value;
  const camp = await live.hub.camp(eventId);
  // It was closed while we asked, and its `close` event will not come again.
  if (response.destroyed) return;
  // A stream ends with its connection: unchunked, a message is one write to the network instead of four.
  response.removeHeader("transfer-encoding");
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    // With default settings nginx holds a stream back for ever, and other proxies buffer it to compress it.
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  });
  response.write("retry: 2000\n\n");
  const open = camp.add(response, screen, audience, who);
  if (live.hub.changes !== changes) open.end();
}
