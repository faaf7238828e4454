/** Whom the door knows, and its three answers. */
import { type Status, takesPart } from "#domain/registration.ts";

/** Why somebody is not on the list. `none`: they gave it back, were taken off, or never had a place. */
export const REASONS_OUT = ["held", "offered", "waiting", "none"] as const;
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
  /** Since when they are in today, at which door, and by which acts; null while they are not. */
  here: Here | null;
};

/** `at` in milliseconds since 1970. */
export type Here = { at: number; door: string; acts: readonly string[] };

const OUT: Partial<Record<Status, ReasonOut>> = {
  held: "held",
  offered: "offered",
  waiting: "waiting",
  entered: "waiting",
};

/** Why somebody with this status does not come in by it; null where they do. */
export function reasonOut(status: Status): ReasonOut | null {
  return takesPart(status) ? null : (OUT[status] ?? "none");
}

/** In these somebody had a place before. */
const LOST = ["released", "transferred", "removed"] as const satisfies readonly Status[];

/**
 * Whether a tap at the door is kept: of whoever has a place, or lost it only after they were let in, on a phone that did
 * not know. @param changedAt when their status was last another @param at when it was tapped; both in milliseconds since 1970
 */
export function mayComeIn(status: Status, changedAt: number, at: number): boolean {
  return takesPart(status) || ((LOST as readonly Status[]).includes(status) && at < changedAt);
}

/**
 * What the door says to somebody. With a `code` and no guest: a ticket of ours that this phone's list does not have yet.
 * `unknown`: nobody here has that code; `gone`: a ticket of ours that is nobody's any more.
 */
export type DoorAnswer =
  | { kind: "welcome"; guest: Guest }
  | { kind: "welcome"; guest: null; code: string }
  | { kind: "already"; guest: Guest; here: Here }
  | { kind: "already"; guest: null; code: string; here: Here }
  | { kind: "not_on_list"; guest: Guest; why: ReasonOut }
  | { kind: "not_on_list"; guest: null; why: "unknown" | "other_camp" | "no_ticket" | "gone" };

/** Whoever is in is in, also where their place went to somebody else since. */
export function answerTo(guest: Guest): DoorAnswer {
  if (guest.here) return { kind: "already", guest, here: guest.here };
  if (guest.out) return { kind: "not_on_list", guest, why: guest.out };
  return { kind: "welcome", guest };
}
