/** Times at which whoever hosts a pitch cannot: they are of the pitch, whatever becomes of the slots they were said of. */
import { overlap } from "#domain/time/slot-times.ts";

/** From one instant to another, ISO 8601. */
export type Busy = { startsAt: string; endsAt: string };

type Timed = Busy & { id: string };

/** Whether any of a time is one at which they cannot. */
export function isBusy(at: Busy, busy: readonly Busy[]): boolean {
  return busy.some((other) => overlap(span(at), span(other)));
}

/** The ids of those of these slots that are at such a time, in their order. */
export function busyIn(slots: readonly Timed[], busy: readonly Busy[]): string[] {
  return slots.filter((slot) => isBusy(slot, busy)).map(({ id }) => id);
}

function span({ startsAt, endsAt }: Busy) {
  return { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) };
}
