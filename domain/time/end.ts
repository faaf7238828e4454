/** When a camp is over by the calendar, whatever its phase says. */
import { Temporal } from "temporal-polyfill";

/**
 * The end of a camp: of its last slot, else of its day. Slots that end before doors open say nothing about the end.
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
