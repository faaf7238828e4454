/** Local dates and times of a zone, and the instants they are. Instants are whole milliseconds since 1970. */
import { Temporal } from "temporal-polyfill";
import { inRange } from "#domain/limits.ts";

/** A date `YYYY-MM-DD` and a time `HH:MM` on the clocks of a zone that is said beside it. */
export type Local = { day: string; time: string };

/**
 * The instant of a local date and time, in milliseconds since 1970. In the hour that summer time skips it is an hour
 * later, and in the one it repeats the first (RFC 5545's rule, Temporal's "compatible").
 *
 * @throws RangeError when the date, the time or the zone does not exist
 */
export function instantAt(day: string, time: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** The local date and time of an instant. @param instant milliseconds since 1970 */
export function localAt(instant: number, zone: string): Local {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Whether a zone's clocks ever show a time: on the night they go forward, an hour is missing. */
export function isShown(day: string, time: string, zone: string): boolean {
  const shown = localAt(instantAt(day, time, zone), zone);
  return shown.day === day && shown.time === time;
}

/** Whether a text is a date, in one of the years a camp may be in. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !inRange(Number(text.slice(0, 4)), "years")) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date of the calendar, or null when there is none of that number. @param month 1 for January */
export function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** The hour, 0 to 23, that a zone's clocks show at an instant. @param instant milliseconds since 1970 */
export function hourAt(instant: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).hour;
}

/**
 * The instant so many minutes after the midnight a date begins with, as clocks show it, and whether they show it twice
 * that night: then it is the first.
 *
 * @param minutes 0 to 1440
 * @returns `at` in milliseconds since 1970; null when the clocks skip it
 */
export function shownAt(
  day: string,
  minutes: number,
  zone: string,
): { at: number; repeated: boolean } | null {
  const local = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes });
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier!.toPlainDateTime().equals(local)) return null;
  return { at: earlier!.epochMilliseconds, repeated: !earlier!.equals(later!) };
}

/** Calendar days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

/** The date so many days later. */
export function laterDay(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day of the week a date is: 1 for Monday, 7 for Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The same local day moved along when a camp's first day moves. */
export function movedDay(day: string, from: string, to: string): string {
  return laterDay(day, daysBetween(from, to));
}
