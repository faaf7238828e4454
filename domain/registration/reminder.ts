/** The one reminder of an offer: at half of its time to answer, by daylight. */
import { type OpenOffer, runsUntil } from "#domain/registration/offer.ts";
import { afterWaking, isWaking, nextMorning, wakingBetween } from "#domain/time/waking.ts";

/** An offer that leaves less waking time than this is not reminded of: its own mail has only just come. */
const WORTH_REMINDING = 60 * 60_000;

/**
 * When to remind of an offer whose time begins now.
 *
 * @param now and `until`: milliseconds since 1970
 * @returns milliseconds since 1970; null where the offer is too short
 */
export function reminderAt(now: number, until: number, zone: string): number | null {
  const time = wakingBetween(now, until, zone);
  if (time < WORTH_REMINDING) return null;
  return byDaylight(afterWaking(now, Math.floor(time / 2), zone), zone);
}

/** When a reminder that is due at an instant goes: then, or in the morning where it could not go in time. */
export function byDaylight(instant: number, zone: string): number {
  return isWaking(instant, zone) ? instant : nextMorning(instant, zone);
}

type Reminded = Omit<OpenOffer, "status"> & { remindAt: Date | null };

/** Whether to remind of an offer now. Never by night, and not while mail to its holder comes back. */
export function isReminderDue({ remindAt, ...offer }: Reminded, now: Date, zone: string): boolean {
  const until = runsUntil(offer);
  if (remindAt === null || until === null) return false;
  return remindAt <= now && now < until && isWaking(now.getTime(), zone);
}
