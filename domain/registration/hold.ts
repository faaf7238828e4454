/** How long a place is held for somebody who has not yet proven their address. */
import { afterWaking } from "#domain/time/waking.ts";

const HOUR = 3_600_000;

export const HOLD_HOURS = 24;

/** In the last week, when only waking time counts. */
const SHORT_HOLD = 2 * HOUR;
const LAST_WEEK = 7 * 24 * HOUR;

/** `startsAt` in milliseconds since 1970; `holdHours` before the last week. */
export type Holding = { startsAt: number; zone: string; holdHours: number };

/** Once so large a part of the places, one in this many, has lapsed unproven, proof comes before the place. */
const TRUST = 10;

/** Until when a place is held whose code was mailed now. @param mailedAt milliseconds since 1970 */
export function holdUntil(mailedAt: number, camp: Holding): number {
  if (mailedAt < camp.startsAt - LAST_WEEK) return mailedAt + camp.holdHours * HOUR;
  return afterWaking(mailedAt, SHORT_HOLD, camp.zone);
}

/** Whether a place was held in vain: nobody proved its address in time. None lapses before its mail has gone. */
export function hasLapsed(
  { status, heldUntil }: { status: string; heldUntil: Date | null },
  now: Date,
): boolean {
  return status === "held" && heldUntil !== null && heldUntil <= now;
}

/**
 * Whether newcomers are still given a place before they prove their address. Until the first holds end nothing has
 * lapsed, so invented addresses can take every free place once, for as long as a place is held; once a tenth of the
 * places has lapsed, no more.
 *
 * @param lapsed how many places were held for addresses that never proved themselves
 */
export function holdsUnproven(capacity: number, lapsed: number): boolean {
  return lapsed * TRUST < capacity;
}
