/** The published grid as conference apps read it, as strangers may see it. The same for everybody (live/shared-page.ts). */
import { camp } from "#app/viewer.ts";
import { database } from "#db/connection.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { isHalted } from "#domain/event.ts";
import { type Schedule, scheduleOf } from "#domain/schedule.ts";
import { env } from "#env.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

export type FeedPlace = { params: Promise<{ event: string }> };

export async function scheduleAt({ params }: FeedPlace): Promise<Schedule> {
  const { id } = await camp((await params).event);
  const { event, grid } = await readSnapshot(database(), id, "public", words.hidden);
  // Nobody is led to a session of a camp that does not take place.
  return scheduleOf(event, isHalted(event.phase) ? null : grid, env().ORIGIN);
}

/** Of a draft camp they are not for everybody; where they are, `live/shared-page/pack.ts` says so instead. */
const HEADERS = { "access-control-allow-origin": "*", "cache-control": "private, no-cache" };

/** A file that programs of other sites may read too. */
export const feed = (file: string, type: string) =>
  new Response(file, { headers: { "content-type": type, ...HEADERS } });
