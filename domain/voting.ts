/**
 * Raising hands: "I'd come". As many as you like, one per person and pitch, down again any time.
 * You own your ballot; the room owns the tally.
 */
import type { TallyRule } from "#domain/event.ts";
import type { Status } from "#domain/registration.ts";

/** Whose hands count: those of people with a place. */
export const MAY_RAISE = "confirmed" satisfies Status;

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

/**
 * The time a phone gives its next tap: by its clock, and always after every tap it made or heard of. Clocks are
 * set back; an order by what came before what is not (Lamport, "Time, clocks, and the ordering of events in a
 * distributed system", 1978).
 *
 * @param clock milliseconds since 1970, by the server's clock as far as the phone knows it
 * @param last the latest time it has given or was told
 */
export function castTime(clock: number, last: number): number {
  return Math.max(clock, last + 1);
}

/**
 * Whether a tap that changed nothing goes off once more, as the latest: the tap that stands against it is from
 * the server's own future, so its clock was set back, and the thumb is right.
 *
 * @param known when the tap that is kept was cast
 */
export function goesAgain(castAt: number, known: number, now: number): boolean {
  return known > now && castAt < known;
}
