/** How long an offered place waits for its answer: less as the day nears, and the night does not count. */
import { daysBetween, localAt } from "#domain/time/local.ts";
import { afterWaking, isWaking, lastWaking, nextMorning } from "#domain/time/waking.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How many waking hours an offer has at most, unless a camp's organisers choose another number. */
export const OFFER_HOURS = 48;

/** Waking time to answer, by how many calendar days off the camp is: further off it is the longest. First row that fits. */
const LADDER = [
  { daysAway: 5, time: 24 * HOUR },
  { daysAway: 2, time: 4 * HOUR },
  { daysAway: 1, time: 30 * MINUTE },
];

/** How many minutes an offer has on the day itself. */
export const CALL_MINUTES = 5;

const SHORTEST = CALL_MINUTES * MINUTE;

/**
 * When doors open and when all is over, milliseconds since 1970, in a place with its own clocks; `offerHours` an offer has
 * at most.
 */
export type CampTimes = { startsAt: number; endsAt: number; zone: string; offerHours: number };

/** From so many days off on an offer has all the time a camp gives. */
const FAR = 14;

/**
 * When an offer made now runs out. Made before the day it ends before doors; on the day it is made only while people
 * are awake, and ends before they go to bed and before the camp is over.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970, or null when no offer is to be made now
 */
export function offerUntil(now: number, { startsAt, endsAt, zone, offerHours }: CampTimes): number | null {
  const days = daysAway(now, startsAt, zone);
  if (days <= 0) {
    const until = now + SHORTEST;
    return isWaking(now, zone) && lastWaking(until, zone) === until && until <= endsAt ? until : null;
  }
  const latest = lastWaking(startsAt, zone);
  if (afterWaking(now, SHORTEST, zone) > latest) return null;
  const longest = offerHours * HOUR;
  const time = days >= FAR ? longest : Math.min(longest, LADDER.find((rung) => days >= rung.daysAway)!.time);
  return Math.min(afterWaking(now, time, zone), latest);
}

/**
 * The next instant at which an offer may be made: now, or some morning until the camp is over, where none is made by
 * night or so shortly before the day.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970, or null when no offer will be made any more
 */
export function nextOfferAt(now: number, times: CampTimes): number | null {
  for (let at = now; at <= times.endsAt; at = nextMorning(at, times.zone))
    if (offerUntil(at, times) !== null) return at;
  return null;
}

/**
 * When an open offer whose time begins anew runs out: as one made now, or by daylight the shortest where none would
 * be made.
 */
export function offerAnew(now: number, times: CampTimes): number {
  return offerUntil(now, times) ?? afterWaking(now, SHORTEST, times.zone);
}

/**
 * The latest that an open offer may run out when doors are moved within their day: before doors, by daylight, and where
 * that is too soon, as soon as any offer does.
 *
 * @returns milliseconds since 1970
 */
export function latestEnd(now: number, { startsAt, zone }: CampTimes): number {
  return Math.max(lastWaking(startsAt, zone), afterWaking(now, SHORTEST, zone));
}

export type OpenOffer = { status: string; offeredUntil: Date | null; bouncedAt: Date | null };

/** Until when an offer can be answered; null while its clock stands still, because its mail came back. */
export function runsUntil({ offeredUntil, bouncedAt }: Omit<OpenOffer, "status">): Date | null {
  return bouncedAt === null ? offeredUntil : null;
}

/** Whether an offer's time has passed. */
export function hasRunOut({ status, ...offer }: OpenOffer, now: Date): boolean {
  const until = runsUntil(offer);
  return status === "offered" && until !== null && until <= now;
}

const daysAway = (now: number, startsAt: number, zone: string) =>
  daysBetween(localAt(now, zone).day, localAt(startsAt, zone).day);
