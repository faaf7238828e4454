import { Temporal } from "temporal-polyfill";

/**
 * When a camp is over by the calendar: its last slot, else its day. Slots that end before doors open say nothing.
 *
 * @param camp `startsAt` in milliseconds since 1970
 * @param lastSlot when the last slot ends, milliseconds since 1970, or null without slots
 * @returns milliseconds since 1970
 */
export function endOfCamp(camp: { startsAt: number; zone: string }, lastSlot: number | null): number {
  if (lastSlot !== null && lastSlot > camp.startsAt) return lastSlot;
  return Temporal.Instant.fromEpochMilliseconds(camp.startsAt)
    .toZonedDateTimeISO(camp.zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(camp.zone).epochMilliseconds;
}
