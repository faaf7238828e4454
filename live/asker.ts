import type { IncomingMessage } from "node:http";
import type { EventView } from "#domain/event.ts";
import type { Capability } from "#domain/permission.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { mayOf, maySee, type Viewer, whyNotCrew } from "#domain/viewer.ts";
import type { Live } from "#live/instance.ts";
import { type Known, whenKnown } from "#live/known.ts";

type Asker = { camp: EventView; viewer: Viewer };

/** Who is asking about which camp. Null for a camp that is not there, and for a draft that is not theirs. */
export function findAsker(live: Live, request: IncomingMessage, slug: string): Known<Asker | null> {
  return whenKnown(
    live.camps(slug),
    (camp) =>
      camp &&
      whenKnown(live.viewers.find(request, camp.id), (viewer) =>
        maySee(camp, viewer) ? { camp, viewer } : null,
      ),
  );
}

/**
 * The camp whose crew is asking, with this capability there.
 * @returns refused `signed_out` for nobody, whether or not there is such a camp; `passkey_needed` for
 *   one of the crew who is to use one first; `not_found` for whoever it is not for
 */
export async function findCrew(
  live: Live,
  request: IncomingMessage,
  slug: string,
  wanted: Capability,
): Promise<Result<EventView, "signed_out" | "passkey_needed" | "not_found">> {
  const camp = await live.camps(slug);
  const viewer = await live.viewers.find(request, camp?.id ?? null);
  if (!viewer.person) return refused("signed_out");
  return camp && mayOf(viewer.crew, wanted) ? granted(camp) : refused(whyNotCrew(viewer));
}
