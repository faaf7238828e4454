/** The days of a grid, as the clocks of its camp count them: what belongs to which, and whether there are several. */
import { instantAt, isDay, localAt, movedDay } from "#domain/time/local.ts";

/** Something with a beginning, an ISO 8601 instant. */
type Beginning = { startsAt: string };

/** The date of the day that something belongs to: the one on which it starts, however long past midnight it runs. */
export function dayOf({ startsAt }: Beginning, zone: string): string {
  return localAt(Date.parse(startsAt), zone).day;
}

/** Whether things are on more than one day: then a time alone does not say when. */
export function onSeveralDays(things: readonly Beginning[], zone: string): boolean {
  const starts = things.map(({ startsAt }) => Date.parse(startsAt));
  if (starts.length === 0) return false;
  // The first and the last tell as much as all, and a grid asks this for every session.
  return localAt(Math.min(...starts), zone).day !== localAt(Math.max(...starts), zone).day;
}

/** Things day by day, in the order of the days. @param things in order of time */
export function byDay<Thing extends Beginning>(
  things: readonly Thing[],
  zone: string,
): { day: string; things: Thing[] }[] {
  const days = new Map<string, Thing[]>();
  for (const thing of things) {
    const day = dayOf(thing, zone);
    days.set(day, [...(days.get(day) ?? []), thing]);
  }
  return [...days].map(([day, some]) => ({ day, things: some }));
}

/** A day as its organisers type it, on the camp's own clocks: `YYYY-MM-DD` and the `HH:MM` at which doors open. */
export type LocalDay = { date: string; doors: string };

/** A stored day as a form shows it. */
export function localDay({ startsAt, date }: { startsAt: string; date: string }, zone: string): LocalDay {
  return { date, doors: localAt(Date.parse(startsAt), zone).time };
}

/** When the doors of a day open, milliseconds since 1970: an hour later where the clocks skip that time. */
export const doorsOf = ({ date, doors }: LocalDay, zone: string) => instantAt(date, doors, zone);

/**
 * The days of a camp whose first moves to another date, other doors or another zone: all move by as many days, and the
 * doors of the others stay at what the clock on the wall says.
 *
 * @returns the days in the same order, `startsAt` in milliseconds since 1970; null when one would leave the years a camp
 *   may be in
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
