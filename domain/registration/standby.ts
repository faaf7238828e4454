/** Standing by: people in the line who can be there at once when a place comes free on the day. */
import { type Phase, permits } from "#domain/event.ts";
import { isOffered, isWaiting } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";

/** Whether places go to those who stand by alone: once the doors are open, they are of use to nobody else. */
export function callsStandby(phase: Phase): boolean {
  return permits(phase, "attend");
}

/** Whether what somebody said about standing by still matters with a status: once they have a place or are out of the line, no more. */
export function keepsStandby(status: Status): boolean {
  return isWaiting(status) || isOffered(status) || status === "expired" || status === "entered";
}

/** Whether somebody can say that they stand by: before the day too. */
export function mayStandBy(phase: Phase, status: Status): boolean {
  return permits(phase, "answer") && isWaiting(status);
}

/**
 * The most places that may be held by people on the day: as many as may be inside, less those inside who hold none, and less
 * whoever comes along with others. Companions are inside and take no place.
 * @param insideLimit the legal number; null where a camp has none
 */
export function mostHeld(
  insideLimit: number | null,
  { withoutPlace, companions }: { withoutPlace: number; companions: number },
): number | null {
  return insideLimit === null ? null : Math.max(0, insideLimit - withoutPlace - companions);
}

/** Who is called, as the screen by the door says it. */
export type Called = {
  /** Whether anybody is called in this phase. */
  open: boolean;
  /** By first name, those who agreed; until when each can answer, ISO 8601. */
  people: readonly { name: string; until: string | null }[];
  /** How many more are called, and how many stand by. */
  others: number;
  waiting: number;
};
