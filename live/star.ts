import type { IncomingMessage, ServerResponse } from "node:http";
import { starRun } from "#db/star.ts";
import { runKey } from "#domain/run.ts";
import { readRunKey } from "#domain/star.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { findTapper } from "#live/tapper.ts";

/** `PUT` says that the asker goes to a run, `DELETE` that they do not; safe to repeat. Nobody else is told. */
export async function tapStar(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, run }: { slug: string; run: string },
): Promise<void> {
  const about = readRunKey(run);
  const tapper = await findTapper(live, request, slug, about);
  if (!tapper.ok) return replyRefused(response, tapper.refusal);
  const { camp, attendee, castAt } = tapper.value;
  const { pitchId, copy } = about!;
  const starred = request.method === "PUT";
  const done = await starRun(live.db, { attendee, pitchId, copy, starred, castAt }, new Date());
  if (!done.ok) {
    if (done.refusal === "no_ticket") live.viewers.forget(request, camp.id);
    return replyRefused(response, done.refusal);
  }
  // Both times, as of a hand.
  reply(response, 200, { run: runKey(pitchId, copy), ...done.value, now: Date.now() });
}
