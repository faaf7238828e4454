/** The days of a programme as conference apps count them: a night belongs to the evening before it. */
import { Temporal } from "temporal-polyfill";
import { daysBetween, instantAt, laterDay, localAt } from "#domain/time/local.ts";

/** What begins before this on the clocks of a camp is of the day before, where that is a day of the camp. */
const DAY_CHANGE = "04:00";

type Timed = { startsAt: string; endsAt: string };

/** `startsAt` and `endsAt` are instants, ISO 8601 in UTC: from one change of the day to the next, and longer where a night is. */
export type ProgrammeDay<Thing> = Timed & { date: string; things: Thing[] };

/**
 * The days of a camp and whatever else something begins on, in order, each with what is on it.
 * @param things in order of time, instants in ISO 8601
 * @param dates of the camp's own days, `YYYY-MM-DD`
 */
export function programmeDays<Thing extends Timed>(
  things: readonly Thing[],
  dates: readonly string[],
  zone: string,
): ProgrammeDay<Thing>[] {
  const local = things.map((thing) => ({ thing, ...localAt(Date.parse(thing.startsAt), zone) }));
  const byDaylight = new Set([
    ...dates,
    ...local.filter(({ time }) => time >= DAY_CHANGE).map(({ day }) => day),
  ]);
  const days = new Map<string, Thing[]>([...byDaylight].map((date) => [date, []]));
  for (const { thing, day, time } of local) {
    const before = laterDay(day, -1);
    const date = time < DAY_CHANGE && byDaylight.has(before) ? before : day;
    days.set(date, [...(days.get(date) ?? []), thing]);
  }
  return [...days]
    .sort(([a], [b]) => daysBetween(b, a))
    .map(([date, some]) => {
      const [from, until] = [date, laterDay(date, 1)].map((day) => instantAt(day, DAY_CHANGE, zone));
      const startsAt = Math.min(from!, ...some.map((thing) => Date.parse(thing.startsAt)));
      const endsAt = Math.max(until!, ...some.map((thing) => Date.parse(thing.endsAt)));
      return { date, startsAt: iso(startsAt), endsAt: iso(endsAt), things: some };
    });
}

/** An instant on the clocks of a zone, with how far they are from UTC: `2026-07-14T10:00:00+01:00`. */
export function zonedInstant(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toString({ timeZone: zone, smallestUnit: "second" });
}

/** How long something takes, `HH:MM`; seconds are left out. */
export function lengthOf({ startsAt, endsAt }: Timed): string {
  const minutes = Math.max(0, Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000));
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const iso = (instant: number) => new Date(instant).toISOString();
