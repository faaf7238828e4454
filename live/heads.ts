import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { counterId, countHeads, countingAs } from "#db/heads.ts";
import { inRange } from "#domain/limits.ts";
import { runKey } from "#domain/run.ts";
import { readRunKey } from "#domain/star.ts";
import { findAsker } from "#live/asker.ts";
import { readBody } from "#live/body.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { castTime } from "#live/tapper.ts";

const MOST_BYTES = 100;

const counted = z.object({ heads: z.number().refine((heads) => inRange(heads, "counted")) });

/** `PUT` says how many are in the room of a run, by whoever runs the day or a host of it there; safe to repeat. */
export async function tapHeads(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, run }: { slug: string; run: string },
): Promise<void> {
  const about = readRunKey(run);
  const asker = await findAsker(live, request, slug);
  const who = asker && countingAs(asker.viewer);
  if (!asker || !about) return replyRefused(response, "not_found");
  const { deviceId } = asker.viewer;
  // A page still open from before this phone was handed on must not count as its new owner.
  const sentFor = request.headers["sent-for"];
  if (!who || !deviceId || (sentFor !== undefined && sentFor !== counterId(who)))
    return replyRefused(response, "no_ticket");
  if (!live.limit.take(deviceId, performance.now())) return replyRefused(response, "too_many");
  const at = castTime.safeParse(request.headers["cast-at"]);
  const sent = counted.safeParse(parsed(await readBody(request, MOST_BYTES)));
  if (!at.success || !sent.success) return replyRefused(response, "bad_input");
  const key = runKey(about.pitchId, about.copy);
  const castAt = at.data === undefined ? null : new Date(at.data);
  const done = await countHeads(live.db, who, { key, heads: sent.data.heads, castAt }, new Date());
  if (!done.ok) return replyRefused(response, done.refusal);
  const { stands, countedAt } = done.value;
  // Both times, as of a hand.
  reply(response, 200, { counts: key, stands, castAt: countedAt.getTime(), now: Date.now() });
}

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? "");
  } catch {
    return null;
  }
}
