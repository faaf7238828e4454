/** Who swaps: somebody with a place, on a phone that holds more than a pass. A badge is photographed. */
import { askerAt } from "#app/viewer.ts";
import type { EventView } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, Viewer } from "#domain/viewer.ts";

export const holderOf = ({ attendee, pass }: Viewer): Attendee | null => (pass ? null : attendee);

/** @returns refused `no_ticket` for everybody else */
export async function holderAt(
  slug: string,
): Promise<Result<{ event: EventView; holder: Attendee }, "not_found" | "no_ticket">> {
  const found = await askerAt(slug);
  if (!found.ok) return found;
  const holder = holderOf(found.value.asker);
  return holder ? granted({ event: found.value.event, holder }) : refused("no_ticket");
}
