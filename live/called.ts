import type { IncomingMessage, ServerResponse } from "node:http";
import { isCutOff } from "#db/door/phone.ts";
import { readCalled } from "#db/registration/standby.ts";
import { findCrew } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";

/** `GET /live/{event}/called`: who is called to a place now, for the screen that the crew of the door opened; not on a phone that was cut off. */
export async function called(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "checkIn");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  const { deviceId } = await live.viewers.find(request, asker.value.id);
  if (!deviceId || (await isCutOff(live.db, asker.value.id, deviceId)))
    return replyRefused(response, "cut_off");
  reply(response, 200, await readCalled(live.db, asker.value));
}
