/** The days of a grid, as the clocks of its camp count them: what belongs to which, and whether there are several. */
import { localAt } from "#domain/time/local.ts";

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
