/** Whom the door knows, and its three answers. */
import { isOffered } from "#domain/registration/status.ts";
import { type Status, takesPart } from "#domain/registration.ts";

/**
 * Why somebody is not on the list. `passed_on`: they were not there in time. `none`: they gave it back, were taken off, or never
 * had a place.
 */
export const REASONS_OUT = ["held", "offered", "waiting", "passed_on", "none"] as const;
export type ReasonOut = (typeof REASONS_OUT)[number];

/** Somebody as the door knows them. Never what they need, nor their address. */
export type Guest = {
  id: string;
  name: string;
  /** Of their ticket, which they may still hold once they have no place; empty where they have none. */
  code: string;
  firstTime: boolean;
  /** Whether pictures of them may be taken, which their lanyard says. */
  photos: boolean;
  /** Whether their badge is printed, as they are by now. */
  badge: boolean;
  /** Why they have no place to come in on; null where they have. */
  out: ReasonOut | null;
  /** Until when they are called to a place, milliseconds since 1970; left out of everybody else. */
  called?: number;
  /** They wait, and said that they can be there at once; left out of everybody else. */
  standsBy?: true;
  /** Since when they are in today, at which door, and by which acts; null while they are not. */
  here: Here | null;
};

/** Milliseconds since 1970: since when, and when they left again, of whoever has. */
export type Here = { at: number; door: string; acts: readonly string[]; left?: number };

/** Whether somebody is inside now: in, and not gone home. */
export const isInside = ({ here }: Pick<Guest, "here">): boolean => here !== null && here.left === undefined;

const OUT: Partial<Record<Status, ReasonOut>> = {
  held: "held",
  offered: "offered",
  waiting: "waiting",
  entered: "waiting",
};

/** Why somebody with this status does not come in by it; null where they do. */
export function reasonOut(status: Status, passedOn = false): ReasonOut | null {
  return takesPart(status) ? null : passedOn ? "passed_on" : (OUT[status] ?? "none");
}

/** In these somebody had a place before, or was called to one. */
const LOST = ["expired", "released", "transferred", "removed"] as const satisfies readonly Status[];

/**
 * Whether a tap at the door is kept: of whoever has a place, or lost it or their call only after they were let in, on a phone
 * that brings it late: they are inside then, and counted. @param changedAt when their status was last another @param at when it was tapped; both in milliseconds since 1970
 */
export function mayComeIn(status: Status, changedAt: number, at: number): boolean {
  return takesPart(status) || ((LOST as readonly Status[]).includes(status) && at < changedAt);
}

/** Whether somebody who comes to the door takes the place they were called to. @param at when they were tapped */
export function takesCall(status: Status, offeredUntil: number | null, at: number): boolean {
  return isOffered(status) && (offeredUntil === null || at < offeredUntil);
}

/**
 * What the door says to somebody. With a `code` and no guest: a ticket of ours that this phone's list does not have yet.
 * `unknown`: nobody here has that code; `gone`: a ticket of ours that is nobody's any more; `full`: as many are inside as
 * may be.
 */
export type DoorAnswer =
  | { kind: "welcome"; guest: Guest }
  | { kind: "welcome"; guest: null; code: string }
  | { kind: "already"; guest: Guest; here: Here }
  | { kind: "already"; guest: null; code: string; here: Here }
  | { kind: "not_on_list"; guest: Guest; why: ReasonOut | "full" }
  | { kind: "not_on_list"; guest: null; why: "unknown" | "other_camp" | "no_ticket" | "gone" | "full" };

const BEFORE_A_PLACE: readonly string[] = ["held", "offered", "waiting"] satisfies ReasonOut[];

/** Whether somebody who is turned away so may have got a place since a phone heard of them last. */
export function mayHavePlaceBy(answer: DoorAnswer): boolean {
  return answer.kind === "not_on_list" && BEFORE_A_PLACE.includes(answer.why);
}

/**
 * Whoever is in is in, also where their place went to somebody else since; who had left comes back. Who is called takes the place.
 * @param now milliseconds since 1970 @param room how many more may be inside, as far as the phone knows
 */
export function answerTo(guest: Guest, now: number, room = Number.POSITIVE_INFINITY): DoorAnswer {
  if (guest.here && isInside(guest)) return { kind: "already", guest, here: guest.here };
  const called = guest.called !== undefined && now < guest.called;
  if (guest.out && !called && !guest.here) return { kind: "not_on_list", guest, why: guest.out };
  return room > 0 ? { kind: "welcome", guest } : { kind: "not_on_list", guest, why: "full" };
}
