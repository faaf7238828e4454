/** Which date an instant is of. A phone asks this for every grid, so it needs only what every browser has. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const found =
    formatters.get(zone) ?? new Intl.DateTimeFormat("en-u-ca-iso8601", { timeZone: zone, ...parts });
  formatters.set(zone, found);
  return found;
}

/** The date `YYYY-MM-DD` in a zone. @param instant milliseconds since 1970 @throws RangeError for a zone that does not exist */
export function dateAt(instant: number, zone: string): string {
  const parts = new Map(
    formatter(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get("year")!.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
}

const HOUR = 3_600_000;

/** The earliest date that is today anywhere: what was before it is over in every zone. @param now milliseconds since 1970 */
export function earliestToday(now: number): string {
  return new Date(now - 12 * HOUR).toISOString().slice(0, 10);
}

/** The latest date that is today anywhere. @param now milliseconds since 1970 */
export function latestToday(now: number): string {
  return new Date(now + 14 * HOUR).toISOString().slice(0, 10);
}

const DAY = 24 * HOUR;

/** Whether dates, in order and without one twice, follow each other. */
export function areInARow(dates: readonly string[]): boolean {
  const [first = "", last = ""] = [dates[0], dates.at(-1)];
  return Date.parse(last) - Date.parse(first) === (dates.length - 1) * DAY;
}

type Beginning = { startsAt: string };

/** The date of the day that something belongs to: the one on which it starts, however long past midnight it runs. */
export function dayOf({ startsAt }: Beginning, zone: string): string {
  return dateAt(Date.parse(startsAt), zone);
}

/** Whether an ISO 8601 instant lies on the date of another, which is milliseconds since 1970. */
export function isOnDate(instant: string, now: number, zone: string): boolean {
  return dayOf({ startsAt: instant }, zone) === dateAt(now, zone);
}

/** Whether things are on more than one day: then a time alone does not say when. */
export function onSeveralDays(things: readonly Beginning[], zone: string): boolean {
  const starts = things.map(({ startsAt }) => Date.parse(startsAt));
  if (starts.length === 0) return false;
  // The first and the last tell as much as all.
  return dateAt(Math.min(...starts), zone) !== dateAt(Math.max(...starts), zone);
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

/** Whether the days of a grid are named: where there are several, or one that is none of the camp's. All `YYYY-MM-DD`. */
export function areNamed(days: readonly string[], camp: { days: readonly { date: string }[] }): boolean {
  return days.length > 1 || days.some((day) => !camp.days.some(({ date }) => date === day));
}
