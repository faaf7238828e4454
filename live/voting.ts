import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { RaisedHand } from "#db/voting.ts";
import { findAsker } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

/** When it was tapped, by the phone's clock, in milliseconds since 1970. Without it, the tap is the latest. */
const castTime = z.coerce.number().int().positive().max(8.64e15).optional();

/** In one spelling: the database takes both for the same pitch, and a batch must too. */
const pitchId = z.uuid().toLowerCase();

/** `PUT` raises the hand, `DELETE` takes it down; safe to repeat. The gate has checked where the request comes from. */
export async function tap(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, pitch }: { slug: string; pitch: string },
): Promise<void> {
  const at = castTime.safeParse(request.headers["cast-at"]);
  if (!at.success) return replyRefused(response, "bad_input");
  const found = findAsker(live, request, slug);
  const asker = found instanceof Promise ? await found : found;
  const about = pitchId.safeParse(pitch);
  if (!asker || !about.success) return replyRefused(response, "not_found");
  const { camp, viewer } = asker;
  const { attendee, deviceId } = viewer;
  if (!attendee || !deviceId) return replyRefused(response, "no_ticket");
  // A page still open from before this phone was handed on must not act as its new owner.
  const sentFor = request.headers["sent-for"];
  if (sentFor !== undefined && sentFor !== attendee.registrationId)
    return replyRefused(response, "no_ticket");
  if (!live.limit.take(deviceId, performance.now())) return replyRefused(response, "too_many");
  const up = request.method === "PUT";
  const castAt = at.data === undefined ? null : new Date(at.data);
  // Another instance finds it uncounted should this one be killed, also where writing it took long.
  if (!live.ticker.expects(camp.id)) await live.ticker.expect(camp.id);
  const answer = await live.raise({ attendee, pitchId: about.data, up, castAt });
  if (!answer.ok) {
    if (answer.refusal === "no_ticket") live.viewers.forget(request, camp.id);
    return replyRefused(response, answer.refusal);
  }
  live.ticker.mark(camp.id, about.data);
  if (!live.ticker.expects(camp.id)) await live.ticker.expect(camp.id);
  const hand: RaisedHand = answer.value;
  // Both times, so that a phone can tell a newer tap of its owner's other phone from a clock that was set back.
  reply(response, 200, { pitch: hand.pitchId, up: hand.up, castAt: hand.castAt, now: Date.now() });
}
