/** Slots of days as a grid has them, numbered as `numberSlots` does; one that is called "lunch" is a break. */
import { numberSlots, type SlotView } from "#domain/slot.ts";

const HOUR = 3_600_000;
const FIRST = Date.parse("2026-07-14T09:00:00Z");

/** @param days the ids of each day's slots, an hour apart and of 45 minutes each */
export function slotsOf(...days: readonly (readonly string[])[]): SlotView[] {
  return days.flatMap((ids, day) => {
    const slots = ids.map((id, n) => {
      const starts = FIRST + day * 24 * HOUR + n * HOUR;
      const kind = id.startsWith("lunch") ? ("break" as const) : ("session" as const);
      const [startsAt, endsAt] = [starts, starts + 45 * 60_000].map((at) => new Date(at).toISOString());
      return { id, kind, title: kind === "break" ? "Lunch" : "", startsAt: startsAt!, endsAt: endsAt! };
    });
    const numbers = numberSlots(slots);
    return slots.map((slot, n) => ({ ...slot, ...numbers[n]! }));
  });
}
