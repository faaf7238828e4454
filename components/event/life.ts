import { type EventView, permits, wentBy } from "#domain/event.ts";
import { areInARow } from "#domain/time/date.ts";
import { dates as datesIn, day, dayRange, fullDay, list, time } from "#messages/format.ts";
import { placeOf } from "./place.ts";

/** Whether people are at the camp at the moment: from doors to the last session. */
export function isOn({ phase }: EventView): boolean {
  return permits(phase, "attend");
}

/** Whether the day is behind it. */
export function isPast({ phase }: EventView): boolean {
  return wentBy(phase);
}

/**
 * Where a camp stands in time, whatever its phase says: an organiser may forget to move it on. "today" is each of its
 * days, "gone" from the day after its last.
 *
 * @param now milliseconds since 1970
 */
export function timeOf(event: EventView, now: number): "ahead" | "today" | "gone" {
  const place = placeOf(event);
  const today = fullDay(new Date(now), place);
  if (doorsOf(event).some((at) => fullDay(at, place) === today)) return "today";
  return now < Date.parse(doorsOf(event).at(-1)!) ? "ahead" : "gone";
}

const doorsOf = ({ days }: Pick<EventView, "days">) => days.map(({ startsAt }) => startsAt);

/** Its days, as they are said while they are near and to come: "Friday 14 July". */
export function datesOf(event: EventView): string {
  return datesIn(doorsOf(event), placeOf(event));
}

/** Its days, as they are read years later: "14 July 2026", "14–15 July 2026". */
export function fullDatesOf(event: Dated): string {
  return named(event, true);
}

/** Its days without the day of the week: "14 July". */
export function shortDatesOf(event: Dated): string {
  return named(event, false);
}

type Dated = Pick<EventView, "days" | "zone">;

/** Days that follow each other are said as from and until, others one by one. */
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

/** When its doors open: once where it is the same on all its days, else in their order. */
export function doorTimesOf(event: EventView): string {
  const place = placeOf(event);
  const times = doorsOf(event).map((at) => time(at, place));
  return new Set(times).size === 1 ? times[0]! : list(times, place.locale);
}

/** When it is, or was: without the year while it is near and to come. */
export function dateOf(event: EventView, now: number): string {
  return timeOf(event, now) === "gone" ? fullDatesOf(event) : datesOf(event);
}
