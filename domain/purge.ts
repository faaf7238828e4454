/** What is kept no longer than it is needed, and when it goes. Days are `YYYY-MM-DD` in the camp's zone. */
import { KEEP_DAYS } from "#domain/limits.ts";
import { STATUSES, takesPart } from "#domain/registration.ts";
import { laterDay } from "#domain/time/local.ts";

/** Until when answers are kept unless an organiser says otherwise. @param lastDay of the camp */
export function usualKeepUntil(lastDay: string): string {
  return laterDay(lastDay, KEEP_DAYS);
}

/** Those who are forgotten wholly then: whoever had no place. */
export const WITHOUT_PLACE = STATUSES.filter((status) => !takesPart(status));

/** Whether what somebody needed for the day, and who had no place, are to be deleted. @param today in the camp's zone */
export function isSpent(camp: { lastDay: string; keepDays: number }, today: string): boolean {
  return today > laterDay(camp.lastDay, camp.keepDays);
}

/** Whether the last day on which answers are kept has passed. */
export function isPast(keepUntil: string, today: string): boolean {
  return today > keepUntil;
}

/** What was deleted of a camp, summed up. */
export type Purged = { answers: number; needs: number; applicants: number; entries: number };

/** What was deleted on one day, as organisers read it. */
export type PurgeView = Purged & { day: string };
