/** Raising hands: as many as you like or so many each, one per person and pitch, down again any time. */
import { type EventView, permits, type TallyRule } from "#domain/event.ts";

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

/** The ballot with one hand for what was merged. @param root what a pitch is a part of, or itself */
export function asOne(ballot: Ballot, root: (pitch: string) => string): Ballot {
  return [...new Set(ballot.map(root))];
}

/** How many hands each person has at once; null for as many as they like. */
export type Dots = number | null;

/**
 * How many more hands somebody may raise; null for as many as they like. Where a camp came to fewer while more were up,
 * those stay, and none is left.
 *
 * @param up how many of theirs are up
 */
export function handsLeft(up: number, dots: Dots): number | null {
  return dots === null ? null : Math.max(0, dots - up);
}

/** Whether a tap can be taken: down always, and up while a hand is left or where it is up already. */
export function mayCast(ballot: Ballot, pitch: string, up: boolean, dots: Dots): boolean {
  return !up || ballot.includes(pitch) || handsLeft(ballot.length, dots) !== 0;
}

/** What of a camp decides whether hands go up. */
export type Opening = Pick<EventView, "phase" | "handsClosed">;

/** Whether hands go up and down now: in the phases for them, until the crew closes them. */
export function handsOpen({ phase, handsClosed }: Opening): boolean {
  return permits(phase, "raiseHand") && !handsClosed;
}

type Counting = Opening & Pick<EventView, "tally">;

/** Whether how many hands are up is kept from everybody now, the crew too. */
export function countsKept(event: Counting): boolean {
  return event.tally === "after_closed" && handsOpen(event);
}

const SEES: Readonly<Record<TallyRule, (event: Counting, ballot: Ballot) => boolean>> = {
  shown: () => true,
  after_first: (_, ballot) => ballot.length > 0,
  after_closed: (event) => !handsOpen(event),
  hidden: () => false,
};

/** Whether a camper sees the counts now; a wall is nobody's, and has no ballot. */
export function seesTally(event: Counting, ballot: Ballot): boolean {
  return SEES[event.tally](event, ballot);
}
