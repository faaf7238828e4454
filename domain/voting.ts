/**
 * Raising hands: "I'd come". As many as you like, one per person and pitch, down again any time.
 * You own your ballot; the room owns the tally.
 */
import type { TallyRule } from "#domain/event.ts";

/** One person's hands: the pitches they would come to. */
export type Ballot = readonly string[];

/**
 * The ballot after a tap. Tapping twice the same way changes nothing.
 *
 * @param pitch the id of the pitch
 * @param up whether the hand is up afterwards
 */
export function cast(ballot: Ballot, pitch: string, up: boolean): Ballot {
  if (ballot.includes(pitch) === up) return ballot;
  return up ? [...ballot, pitch] : ballot.filter((other) => other !== pitch);
}

/** Whether a camper sees the counts now: always, never, or once a hand of their own was up. */
export function seesTally(rule: TallyRule, ballot: Ballot): boolean {
  return rule === "shown" || (rule === "after_first" && ballot.length > 0);
}
