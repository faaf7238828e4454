/** The days of a camp as its organisers type them, and the instants they are. */
import { instantAt, isDay, localAt, movedDay } from "#domain/time/local.ts";

/** A day as its organisers type it, on the camp's own clocks: `YYYY-MM-DD` and the `HH:MM` at which doors open. */
export type LocalDay = { date: string; doors: string };

/** A stored day as a form shows it. */
export function localDay({ startsAt, date }: { startsAt: string; date: string }, zone: string): LocalDay {
  return { date, doors: localAt(Date.parse(startsAt), zone).time };
}

/** When the doors of a day open, milliseconds since 1970: an hour later where the clocks skip that time. */
export const doorsOf = ({ date, doors }: LocalDay, zone: string) => instantAt(date, doors, zone);

/**
 * The days of a camp whose first moves to another date, other doors or another zone: all move by as many days, and
 * the others open at the same time on the clock; null when one would leave the years a camp may be in.
 */
export function movedDays(
  days: readonly { id: string; date: string; startsAt: string }[],
  zone: string,
  to: { day: string; doors: string; zone: string },
): { id: string; date: string; startsAt: number }[] | null {
  const moved = days.map((day, index) => {
    const { date, doors } = localDay(day, zone);
    const local = { date: movedDay(date, days[0]!.date, to.day), doors: index === 0 ? to.doors : doors };
    return { id: day.id, local };
  });
  if (!moved.every(({ local }) => isDay(local.date))) return null;
  return moved.map(({ id, local }) => ({ id, date: local.date, startsAt: doorsOf(local, to.zone) }));
}
