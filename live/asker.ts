import type { IncomingMessage } from "node:http";
import type { EventView } from "#domain/event.ts";
import { maySee, type Viewer } from "#domain/viewer.ts";
import type { Live } from "#live/instance.ts";

/** Who is asking about which camp. Null for a camp that is not there, and for a draft that is not theirs. */
export async function findAsker(
  live: Live,
  request: IncomingMessage,
  slug: string,
): Promise<{ camp: EventView; viewer: Viewer } | null> {
  const camp = await live.camps(slug);
  if (!camp) return null;
  const viewer = await live.viewers.find(request, camp.id);
  return maySee(camp, viewer) ? { camp, viewer } : null;
}
