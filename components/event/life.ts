import { type EventView, permits, wentBy } from "#domain/event.ts";
import { areInARow } from "#domain/time/date.ts";
import { list } from "#messages/counts.ts";
import { dates as datesIn, day, dayRange, fullDay, time } from "#messages/format.ts";
import { placeOf } from "./place.ts";

/** From doors to the last session. */
export function isOn({ phase }: EventView): boolean {
  return permits(phase, "attend");
}

export function isPast({ phase }: EventView): boolean {
  return wentBy(phase);
}

/**
 * Where a camp stands by the calendar, whatever its phase says: an organiser may forget to move it on. "today" is each
 * of its days, "gone" from the day after its last. @param now milliseconds since 1970
 */
export function timeOf(event: EventView, now: number): "ahead" | "today" | "gone" {
  const place = placeOf(event);
  const today = fullDay(new Date(now), place);
  if (doorsOf(event).some((at) => fullDay(at, place) === today)) return "today";
  return now < Date.parse(doorsOf(event).at(-1)!) ? "ahead" : "gone";
}

const doorsOf = ({ days }: Pick<EventView, "days">) => days.map(({ startsAt }) => startsAt);

/** While they are near and to come: "Friday 14 July". */
export function datesOf(event: EventView): string {
  return datesIn(doorsOf(event), placeOf(event));
}

/** For later years: "14 July 2026", "14–15 July 2026". */
export function fullDatesOf(event: Dated): string {
  return named(event, true);
}

/** "14 July" */
export function shortDatesOf(event: Dated): string {
  return named(event, false);
}

type Dated = Pick<EventView, "days" | "zone">;

/** Days in a row as a range, others one by one. */
function named(event: Dated, year: boolean): string {
  const place = placeOf(event);
  const doors = doorsOf(event);
  if (doors.length > 1 && areInARow(event.days.map(({ date }) => date)))
    return dayRange(doors[0]!, doors.at(-1)!, year, place);
  return list(
    doors.map((at) => (year ? fullDay : day)(at, place)),
    place.locale,
  );
}

/** Once where it is the same on all days, else in their order. */
export function doorTimesOf(event: EventView): string {
  const place = placeOf(event);
  const times = doorsOf(event).map((at) => time(at, place));
  return new Set(times).size === 1 ? times[0]! : list(times, place.locale);
}

/** Without the year while it is near and to come. */
export function dateOf(event: EventView, now: number): string {
  return timeOf(event, now) === "gone" ? fullDatesOf(event) : datesOf(event);
}
