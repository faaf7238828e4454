/** Raising hands: as many as you like, one per person and pitch, down again any time. */
import type { TallyRule } from "#domain/event.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** Whose hands count: those of people with a place. */
export const MAY_RAISE = TAKES_PART;

export type Ballot = readonly string[];

/**
 * The ballot after a tap; tapping twice the same way changes nothing.
 *
 * @param up whether the hand is up afterwards
 */
export function cast(ballot: Ballot, pitch: string, up: boolean): Ballot {
  if (ballot.includes(pitch) === up) return ballot;
  return up ? [...ballot, pitch] : ballot.filter((other) => other !== pitch);
}

/** Whether a camper sees the counts now. */
export function seesTally(rule: TallyRule, ballot: Ballot): boolean {
  return rule === "shown" || (rule === "after_first" && ballot.length > 0);
}
