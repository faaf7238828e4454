import type { IncomingMessage } from "node:http";
import { z } from "zod";
import type { EventView } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import { findAsker } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";

/** When it was tapped, by the phone's clock, in milliseconds since 1970. Without it, the tap is the latest. */
export const castTime = z.coerce.number().int().positive().max(8.64e15).optional();

/** Who tapped, at which camp, and when; `castAt` is null where the phone does not say. */
export type Tapper = { camp: EventView; attendee: Attendee; castAt: Date | null };

/**
 * Whose tap it is that a phone's outbox sends. The gate has checked where the request comes from.
 * @param about what is tapped, as the address names it; null for what nothing is called
 * @returns refused `no_ticket` also for a page still open from before this phone was handed on: it must not act as its new
 *   owner
 */
export async function findTapper(
  live: Live,
  request: IncomingMessage,
  slug: string,
  about: unknown,
): Promise<Result<Tapper, "bad_input" | "not_found" | "no_ticket" | "too_many">> {
  const at = castTime.safeParse(request.headers["cast-at"]);
  if (!at.success) return refused("bad_input");
  const found = findAsker(live, request, slug);
  const asker = found instanceof Promise ? await found : found;
  if (!asker || about === null) return refused("not_found");
  const { camp, viewer } = asker;
  const { attendee, deviceId } = viewer;
  if (!attendee || !deviceId) return refused("no_ticket");
  const sentFor = request.headers["sent-for"];
  if (sentFor !== undefined && sentFor !== attendee.registrationId) return refused("no_ticket");
  if (!live.limit.take(deviceId, performance.now())) return refused("too_many");
  return granted({ camp, attendee, castAt: at.data === undefined ? null : new Date(at.data) });
}
