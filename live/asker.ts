import type { IncomingMessage } from "node:http";
import type { EventView } from "#domain/event.ts";
import type { Capability } from "#domain/permission.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { mayOf, maySee, type Viewer } from "#domain/viewer.ts";
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
 * @returns refused `signed_out` for nobody, whether or not there is such a camp; `not_found` for whoever it is not for
 */
export async function findCrew(
  live: Live,
  request: IncomingMessage,
  slug: string,
  wanted: Capability,
): Promise<Result<EventView, "signed_out" | "not_found">> {
  const camp = await live.camps(slug);
  const { person, crew } = await live.viewers.find(request, camp?.id ?? null);
  if (!person) return refused("signed_out");
  return camp && mayOf(crew, wanted) ? granted(camp) : refused("not_found");
}
