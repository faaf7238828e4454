import type { IncomingMessage, ServerResponse } from "node:http";
import { tornOf, weighing } from "#domain/weighing.ts";
import { findCrew } from "#live/asker.ts";
import type { Live } from "#live/instance.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { unhurried } from "#live/weighing-cache.ts";

/** The pairs that tear most people; the rest are left out. */
const PAIRS = 5;

/**
 * `GET /live/{event}/pitches/{pitch}/weights?copy=N`: sums per cell for a run, so that nobody is sent who wants what. Refused
 * `counts_kept` where they would tell what nobody may know yet.
 */
export async function weights(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, pitch, query }: { slug: string; pitch: string; query: URLSearchParams },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "seeProgramme");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  if (await live.weighed.kept(asker.value.id)) return replyRefused(response, "counts_kept");
  const asked = await live.weighed.of(asker.value.id);
  const copy = Number(query.get("copy") ?? 0);
  const weighed = await unhurried(weighing(asked, { pitchId: pitch, copy }), () => response.destroyed);
  if (weighed) reply(response, 200, weighed);
}

/** `GET /live/{event}/help`: the pairs that tear most people, and what one more room or slot would bring. */
export async function help(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug }: { slug: string },
): Promise<void> {
  const asker = await findCrew(live, request, slug, "seeProgramme");
  if (!asker.ok) return replyRefused(response, asker.refusal);
  if (await live.weighed.kept(asker.value.id)) return replyRefused(response, "counts_kept");
  const asked = await live.weighed.of(asker.value.id);
  const gains = await live.weighed.gains(asker.value.id, () => response.destroyed);
  if (gains) reply(response, 200, { torn: tornOf(asked, PAIRS), gains });
}
