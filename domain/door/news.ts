/** What a phone at the door and the server tell each other. */
import type { DoorAct } from "#domain/door/check-in.ts";
import type { Guest } from "#domain/door/guest.ts";
import { type DayView, isHalted, type Phase, permits, wentBy } from "#domain/event.ts";
import type { HelpCall } from "#domain/help-call.ts";

/** So many taps are sent at once; the others with the next. */
export const MOST_ACTS = 200;

export type DoorReport = {
  /** What the last answer said of `since`; null where the phone has no list. */
  since: number | null;
  /** What this phone is called. */
  door: string;
  acts: readonly DoorAct[];
};

/** What tickets of a camp are checked with: a public key, in base64url. */
export type TicketKey = { eventId: string; publicKey: string };

export type DoorNews = {
  /** Of the taps it brought: those that are kept, and those of people who have no place. */
  taken: readonly string[];
  refused: readonly string[];
  /** Of the refused, those for whom there was no room by the legal number; left out where there are none. */
  full?: readonly string[];
  /** How many more may be inside; left out where a camp has no legal number. */
  room?: number;
  /** The doors are not open yet: nothing it brought is taken, and it may bring it again. Left out once they are. */
  shut?: true;
  /** The calls for help that stand, the newest first; left out where there are none, and for whoever may not come. */
  calls?: readonly HelpCall[];
  /** Whether `people` are all, or those whom something has changed for. */
  whole: boolean;
  people: readonly Guest[];
  /** How many have a place, and how many are in today. */
  places: number;
  here: number;
  day: { id: string; date: string };
  /** With a whole list; null where no keys were made. */
  tickets: TicketKey | null;
  /** When the phone forgets the list, milliseconds since 1970. */
  until: number;
  /** The server's clock, milliseconds since 1970. */
  now: number;
  /** Up to when this answer knows everything: what the phone asks with next. Milliseconds since 1970. */
  since: number;
};

/** Whether a phone or a screen that is refused so may know nobody any more. */
export function shutsOut(refusal: string): boolean {
  return ["cut_off", "not_found", "passkey_needed", "signed_out"].includes(refusal);
}

/** Whether a door knows nobody, because the camp is over, called off or put off. */
export function letsNobodyIn(phase: Phase): boolean {
  return wentBy(phase) || isHalted(phase);
}

/** Longer than any day: whoever has not heard of the camp for so long is at its door no more. */
const KEPT_HOURS = 16;

/** From the doors on, and longer than a day with its evening: the next morning nobody is in yet. */
const DAY_HOURS = 20;

/** A phone that is made ready within so many hours before the doors keeps the list for the day, also without a network. */
const AHEAD_HOURS = 24;

/**
 * Until when a phone that is answered now keeps the names, milliseconds since 1970: at most until the day is over, and over
 * at once where the camp is. @param day the one under way, also where nobody has moved the camp on from it
 */
export function keepsListUntil(phase: Phase, { startsAt }: Pick<DayView, "startsAt">, now: number): number {
  if (letsNobodyIn(phase)) return now;
  const opens = Date.parse(startsAt);
  const isReady = !permits(phase, "checkIn") && opens - now <= AHEAD_HOURS * 3_600_000;
  const from = isReady ? Math.max(now, opens) : now;
  const [kept, ends] = [from + KEPT_HOURS * 3_600_000, opens + DAY_HOURS * 3_600_000];
  return now < ends ? Math.min(kept, ends) : kept;
}

/** That a phone was there is noted so often, in milliseconds; what it is called, and who holds it, at once. */
export const NOTED_MS = 60_000;

/** Longer than two notes are apart: a phone that asks all the time is not called silent. */
const SILENT_MS = 150_000;

/** A phone is made ready so long before the doors, and may have had no network since. */
const READY_MS = 2 * 3_600_000;

/**
 * The phones that may have let people in on this day and were not heard of lately. @param now milliseconds since 1970
 */
export function silentPhones<Phone extends { seenAt: string; cutOff: boolean }>(
  phones: readonly Phone[],
  day: Pick<DayView, "startsAt"> | null,
  now: number,
): Phone[] {
  if (!day) return [];
  const from = Date.parse(day.startsAt) - READY_MS;
  return phones.filter(({ seenAt, cutOff }) => {
    const seen = Date.parse(seenAt);
    return !cutOff && seen >= from && now - seen > SILENT_MS;
  });
}
