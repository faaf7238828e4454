import { type EventView, PHASES } from "#domain/event.ts";
import { isOn as isOnIn } from "#domain/life.ts";
import { dates, day, fullDay, list, time } from "#messages/format.ts";
import { placeOf } from "./place.ts";

/** Whether people are at the camp at the moment: from doors to the last session. */
export function isOn({ phase }: EventView): boolean {
  return isOnIn(phase);
}

/** Whether the day is behind it. */
export function isPast({ phase }: EventView): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf("after");
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
  return dates(doorsOf(event), placeOf(event));
}

/** Its days, as they are read years later: "14 July 2026". */
export function fullDatesOf(event: EventView): string {
  const place = placeOf(event);
  return list(
    doorsOf(event).map((at) => fullDay(at, place)),
    place.locale,
  );
}

/** Its days without the day of the week: "14 July". */
export function shortDatesOf(event: Pick<EventView, "days" | "zone">): string {
  const place = placeOf(event);
  return list(
    doorsOf(event).map((at) => day(at, place)),
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
