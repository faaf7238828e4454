import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { RaisedHand } from "#db/voting.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { findTapper } from "#live/tapper.ts";

/** In one spelling: the database takes both for the same pitch, and a batch must too. */
const pitchId = z.uuid().toLowerCase();

/** `PUT` raises the hand, `DELETE` takes it down; safe to repeat. The gate has checked where the request comes from. */
export async function tap(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, pitch }: { slug: string; pitch: string },
): Promise<void> {
  const about = pitchId.safeParse(pitch).data ?? null;
  const tapper = await findTapper(live, request, slug, about);
  if (!tapper.ok) return replyRefused(response, tapper.refusal);
  const { camp, attendee, castAt } = tapper.value;
  const up = request.method === "PUT";
  // Another instance finds it uncounted should this one be killed, also where writing it took long.
  if (!live.ticker.expects(camp.id)) await live.ticker.expect(camp.id);
  const answer = await live.raise({ attendee, pitchId: about!, up, castAt });
  if (!answer.ok) {
    if (answer.refusal === "no_ticket") live.viewers.forget(request, camp.id);
    return replyRefused(response, answer.refusal);
  }
  live.ticker.mark(camp.id, about!);
  if (!live.ticker.expects(camp.id)) await live.ticker.expect(camp.id);
  const hand: RaisedHand = answer.value;
  // Both times, so that a phone can tell a newer tap of its owner's other phone from a clock that was set back.
  reply(response, 200, { pitch: hand.pitchId, up: hand.up, castAt: hand.castAt, now: Date.now() });
}
