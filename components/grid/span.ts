/** How long something still lasts, and how long until it begins, in words. */
import { minutesUntil } from "#domain/day.ts";
import { isOnDate } from "#domain/time/date.ts";
import { count } from "#messages/counts.ts";
import type { Place } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("grid");

/** Up to so many minutes are written as minutes, beyond as hours. */
const COUNTED = 90;

const span = (n: number) =>
  n <= COUNTED
    ? count(n, words.now.minutes, readerLocale())
    : count(Math.round(n / 60), words.now.hours, readerLocale());

/** "22 min left". @param endsAt ISO 8601 @param now milliseconds since 1970 */
export const leftWords = (endsAt: string, now: number): string =>
  words.now.left(span(minutesUntil(endsAt, now)));

/** "in 15 min", where that is soon or today; else null. @param startsAt ISO 8601 @param now milliseconds since 1970 */
export function untilWords(startsAt: string, now: number, { zone }: Place): string | null {
  const n = minutesUntil(startsAt, now);
  return n <= COUNTED || isOnDate(startsAt, now, zone) ? words.now.in(span(n)) : null;
}
