/** The waking hours of a place, 08:00 to 22:00 on its own clocks. */
import { Temporal } from "temporal-polyfill";

const WAKE_TIME = "08:00";
const BED_TIME = "22:00";

type Hours = { from: number; until: number };

/**
 * Moves an instant on by waking time; the night in between does not count.
 *
 * @param from milliseconds since 1970
 * @param length milliseconds of waking time, more than none
 */
export function afterWaking(from: number, length: number, zone: string): number {
  let at = from;
  let left = length;
  for (let date = dateOf(from, zone); ; date = date.add({ days: 1 })) {
    const hours = hoursOf(date, zone);
    at = Math.max(at, hours.from);
    if (at >= hours.until) continue;
    if (left <= hours.until - at) return at + left;
    left -= hours.until - at;
    at = hours.until;
  }
}

/** How much waking time there is between two instants, in milliseconds. */
export function wakingBetween(from: number, until: number, zone: string): number {
  let [at, length] = [from, 0];
  for (let date = dateOf(from, zone); at < until; date = date.add({ days: 1 })) {
    const hours = hoursOf(date, zone);
    const [first, last] = [Math.max(at, hours.from), Math.min(until, hours.until)];
    if (last > first) length += last - first;
    at = Math.max(at, hours.until);
  }
  return length;
}

/** The last waking moment that is not later than an instant. A day that begins at that instant has none yet. */
export function lastWaking(instant: number, zone: string): number {
  for (let date = dateOf(instant, zone); ; date = date.subtract({ days: 1 })) {
    const hours = hoursOf(date, zone);
    if (instant > hours.from) return Math.min(instant, hours.until);
  }
}

/** The first 08:00 after an instant. @param instant milliseconds since 1970 */
export function nextMorning(instant: number, zone: string): number {
  for (let date = dateOf(instant, zone); ; date = date.add({ days: 1 })) {
    const { from } = hoursOf(date, zone);
    if (from > instant) return from;
  }
}

/** Whether it is from 08:00 until just before 22:00. */
export function isWaking(instant: number, zone: string): boolean {
  const { from, until } = hoursOf(dateOf(instant, zone), zone);
  return from <= instant && instant < until;
}

/** Where a change of the clocks skips 08:00 or 22:00, the moment after the gap. */
function hoursOf(date: Temporal.PlainDate, timeZone: string): Hours {
  const at = (plainTime: string) => date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  return { from: at(WAKE_TIME), until: at(BED_TIME) };
}

function dateOf(instant: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}
