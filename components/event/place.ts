import type { EventView } from "#domain/event.ts";
import type { Place } from "#messages/format.ts";
import { readerLocale } from "#messages/words.ts";

/** A camp is read in its own zone, whatever the phone's. */
export function placeOf(event: Pick<EventView, "zone">): Place {
  return { locale: readerLocale(), zone: event.zone };
}
