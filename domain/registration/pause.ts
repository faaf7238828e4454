/** A pause: somebody in the line is passed over until a day, and keeps their turn. */
import { instantAt, laterDay, localAt } from "#domain/time/local.ts";
import { nextMorning } from "#domain/time/waking.ts";

/** Dates `YYYY-MM-DD` on the clocks of the camp, both included. */
export type PauseDays = { first: string; last: string };

/**
 * The days on which a pause may end: from tomorrow until the day before the camp.
 * @param now and `startsAt`: milliseconds since 1970
 * @returns null when there is none any more
 */
export function pauseDays(
  now: number,
  { startsAt, zone }: { startsAt: number; zone: string },
): PauseDays | null {
  const first = laterDay(localAt(now, zone).day, 1);
  const last = laterDay(localAt(startsAt, zone).day, -1);
  return first <= last ? { first, last } : null;
}

/** When a pause until a day ends: that morning, as offers are made by daylight. In milliseconds since 1970. */
export function pauseEnd(day: string, zone: string): number {
  return nextMorning(instantAt(day, "00:00", zone), zone);
}

/**
 * Until when a turn is passed over that pauses until a day.
 * @param now and `startsAt`: milliseconds since 1970
 * @returns milliseconds since 1970; null where no pause may end on that day
 */
export function pauseUntil(
  day: string,
  now: number,
  times: { startsAt: number; zone: string },
): number | null {
  const days = pauseDays(now, times);
  return days && days.first <= day && day <= days.last ? pauseEnd(day, times.zone) : null;
}
