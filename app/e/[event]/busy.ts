import type { BusyChoice } from "#components/pitch/busy.tsx";
import { database } from "#db/connection.ts";
import { listSlots } from "#db/draft.ts";
import { readBusy } from "#db/pitch/busy.ts";
import type { EventView } from "#domain/event.ts";
import { busyIn } from "#domain/pitch/busy.ts";
import { hasBegun } from "#domain/slot.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { rangeOn } from "#messages/format.ts";
import { readerLocale } from "#messages/words.ts";

/**
 * The times of sessions still to come, for whoever pitches to say at which they cannot; null where there are none.
 *
 * @param pitchId the pitch whose answer so far is shown; none for a new one
 */
export async function readBusyChoice(
  { id: eventId, zone }: EventView,
  pitchId: string | null,
): Promise<BusyChoice | null> {
  const [slots, busy] = await Promise.all([
    listSlots(database(), eventId),
    pitchId ? readBusy(database(), pitchId) : [],
  ]);
  const now = Date.now();
  const coming = slots.filter((slot) => slot.kind === "session" && !hasBegun(slot, now));
  if (coming.length === 0) return null;
  const place = { locale: readerLocale(), zone };
  const several = onSeveralDays(coming, zone);
  const times = coming.map(({ id, startsAt, endsAt }) => ({
    value: id,
    label: rangeOn(startsAt, endsAt, several, place),
  }));
  return { times, chosen: busyIn(coming, busy) };
}
