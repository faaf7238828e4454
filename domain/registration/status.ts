/** What a status means, for whoever shows or answers it. */
import { holdsPlace, isLive, type Status, takesPart } from "#domain/registration.ts";

/** The one status of whoever is in the line, for what is asked of the database. */
export const IN_LINE = "waiting" satisfies Status;

/** Whether somebody is in the line, with a turn that moves up. */
export function isWaiting(status: Status): status is "waiting" {
  return status === "waiting";
}

/** Whether a place is offered to somebody who has not answered yet. */
export function isOffered(status: Status): status is "offered" {
  return status === "offered";
}

/** Whether a place is held for somebody until their address is proven. */
export function isHeld(status: Status): status is "held" {
  return status === "held";
}

/** Whether somebody is in a batch or a draw whose entries are not in order yet. */
export function isEntered(status: Status): status is "entered" {
  return status === "entered";
}

/** Whether somebody has a place already, proven or not. One that is only offered is not theirs yet. */
export function hasPlace(status: Status): status is "held" | "confirmed" {
  return isHeld(status) || takesPart(status);
}

/** Whether somebody is still to get a place: in the line or in the draw. */
export function hopesForPlace(status: Status): status is "waiting" | "entered" {
  return isLive(status) && !holdsPlace(status);
}

/** Whether somebody was taken off, by hand or because they are here twice. */
export function isTakenOff(status: Status): status is "removed" {
  return status === "removed";
}

/** Whether the mail with their link can be sent to somebody again: they take part or hope to, and mail reaches them. */
export function canBeSentAgain({
  status,
  email,
  bounced,
}: {
  status: Status;
  email: string;
  bounced: boolean;
}): boolean {
  return isLive(status) && email !== "" && !bounced;
}

/** Whether an offer ended before it was answered: its time ran out, or the camp was over. */
export function missedOffer(status: Status): status is "expired" {
  return status === "expired";
}

/** What follows when somebody lets go: what becomes of the place, and whether they may come back. */
export type LettingGo = {
  /** The place is offered at once to somebody who is ready for it. */
  passesOn: boolean;
  /** How many are ready for it: they wait, and have proven their address. */
  ready: number;
  /** Registration is open. */
  reopens: boolean;
};

/** Whether somebody let go of what they had, by themselves. */
export function letGo(status: Status): status is "released" | "left" {
  return status === "released" || status === "left";
}
