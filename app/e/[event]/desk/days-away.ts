import type { DaysAway } from "#components/desk/phase-box.tsx";
import type { EventView } from "#domain/event.ts";
import { daysBetween, localAt } from "#domain/time/local.ts";

/** How many days each day of a camp is away, by the camp's clocks. @param now milliseconds since 1970 */
export function daysAwayOf({ days, zone }: EventView, now: number): DaysAway {
  const today = localAt(now, zone).day;
  return Object.fromEntries(days.map(({ id, date }) => [id, daysBetween(today, date)]));
}
