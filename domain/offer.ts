/**
 * How long an offered place waits for its answer: less as the day nears, and the night does not count.
 */
import { Temporal } from "temporal-polyfill";

/** Quiet hours, in the camp's own zone: from 22:00 to 08:00 no clock runs. */
const BED_TIME = 22;
const WAKE_TIME = 8;

/** Hours (or minutes) to answer, by how far off the day is. First row that fits. */
const LADDER = [
  { daysAway: 14, minutes: 48 * 60 },
  { daysAway: 5, minutes: 24 * 60 },
  { daysAway: 2, minutes: 4 * 60 },
  { daysAway: 1, minutes: 30 },
  { daysAway: Number.NEGATIVE_INFINITY, minutes: 5 },
];

/**
 * How many waking minutes an offer made now may wait.
 *
 * @param now milliseconds since 1970
 * @param startsAt when doors open, milliseconds since 1970
 * @param zone the camp's IANA zone; a day away is a calendar day there
 */
export function minutesToAnswer(now: number, startsAt: number, zone: string): number {
  const today = inZone(now, zone).toPlainDate();
  const day = inZone(startsAt, zone).toPlainDate();
  const daysAway = today.until(day, { largestUnit: "days" }).days;
  return LADDER.find((rung) => daysAway >= rung.daysAway)!.minutes;
}

/**
 * When an offer made now runs out. Minutes between 22:00 and 08:00 in the camp's zone are not counted,
 * except on the day itself, when people are at the door.
 *
 * @returns milliseconds since 1970
 */
export function offerUntil(now: number, startsAt: number, zone: string): number {
  const minutes = minutesToAnswer(now, startsAt, zone);
  const start = inZone(now, zone);
  if (start.toPlainDate().equals(inZone(startsAt, zone).toPlainDate())) return now + minutes * 60_000;
  return addWaking(start, minutes).epochMilliseconds;
}

/** Walks from one waking day to the next until the minutes are used up. */
function addWaking(from: Temporal.ZonedDateTime, minutes: number): Temporal.ZonedDateTime {
  let at = awake(from);
  let left = minutes;
  for (;;) {
    const bedTime = at.with({
      hour: BED_TIME,
      minute: 0,
      second: 0,
      millisecond: 0,
      microsecond: 0,
      nanosecond: 0,
    });
    const today = at.until(bedTime, { largestUnit: "minutes" }).total("minutes");
    if (left <= today) return at.add({ minutes: left });
    left -= today;
    at = awake(bedTime);
  }
}

/** The same instant, or 08:00 of the morning after when it falls into the night. */
function awake(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const morning = { hour: WAKE_TIME, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };
  if (at.hour >= BED_TIME) return at.add({ days: 1 }).with(morning);
  if (at.hour < WAKE_TIME) return at.with(morning);
  return at;
}

function inZone(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone);
}
