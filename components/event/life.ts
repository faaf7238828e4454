import { type EventView, permits, wentBy } from "#domain/event.ts";
import { fullDay, weekday } from "#messages/format.ts";
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
 * Where a camp stands in time, whatever its phase says: an organiser may forget to move it on. "gone" is from the
 * day after its first.
 *
 * @param now milliseconds since 1970
 */
export function timeOf(event: EventView, now: number): "ahead" | "today" | "gone" {
  const place = placeOf(event);
  if (fullDay(event.startsAt, place) === fullDay(new Date(now), place)) return "today";
  return now < Date.parse(event.startsAt) ? "ahead" : "gone";
}

/** When it is, or was: without the year while it is near and to come. */
export function dateOf(event: EventView, now: number): string {
  const place = placeOf(event);
  return timeOf(event, now) === "gone" ? fullDay(event.startsAt, place) : weekday(event.startsAt, place);
}
