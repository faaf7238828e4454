/** When people are reminded to write up what they learned. */
import { type Phase, permits } from "#domain/event.ts";
import { hourAt, laterDay, localAt } from "#domain/time/local.ts";

/** So many days after the last one: what was learned is still there, and so is the working week. */
export const AFTER_DAYS = 2;

/** Later than that nobody is reminded of it: a worker was away, or the camp was on in another life. */
const LATEST_DAYS = 14;

/** Mail that nobody waits for comes by day. */
const FROM_HOUR = 9;

/**
 * Whether it is time for the one reminder of a camp: `never` where it did not take place, or it is too late for it.
 * @param camp `lastDay`: `YYYY-MM-DD` in its zone
 */
export function reminderDue(
  { phase, lastDay, zone }: { phase: Phase; lastDay: string; zone: string },
  now: Date,
): "later" | "now" | "never" {
  const today = localAt(now.getTime(), zone).day;
  const from = laterDay(lastDay, AFTER_DAYS);
  if (today < from || (today === from && hourAt(now.getTime(), zone) < FROM_HOUR)) return "later";
  return permits(phase, "writeUp") && today <= laterDay(lastDay, LATEST_DAYS) ? "now" : "never";
}
