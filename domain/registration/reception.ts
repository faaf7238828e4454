/**
 * A camp as those who register find it, read under the camp's lock by db/registration/reception.ts and judged in
 * domain/registration/judging.ts.
 */

import type { Phase } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Giving } from "#domain/registration/admission.ts";
import type { Answers } from "#domain/registration/answers.ts";
import type { Claim } from "#domain/registration/claim.ts";
import type { Holding } from "#domain/registration/hold.ts";
import type { Counts } from "#domain/registration/places.ts";
import { isProven, type Mailbox, type RegistrationForm, type Status } from "#domain/registration.ts";
import type { Result } from "#domain/result.ts";

export type RegisterRefusal = Extract<
  Refusal,
  | "not_found"
  | "bad_input"
  | "not_open"
  | "camp_halted"
  | "not_yet_open"
  | "draw_closed"
  | "camp_over"
  | "line_full"
  | "too_many"
>;

/** Somebody who registered, as judging the next needs to know them. */
export type Known = Mailbox & {
  id: string;
  status: Status;
  rank: number;
  lapsedAt: Date | null;
  form: RegistrationForm;
  /** What browsers were told that have not proven the mailbox, by the id of the form they sent. */
  claims: ReadonlyMap<string, Claim>;
  /** A browser is shown this registration as its own. */
  shown: boolean;
  tickets: ReadonlySet<string>;
  /** The mailbox is proven by what is decided here, which is written after every page there is by then. */
  proving: boolean;
};

export type ReceptionCamp = Holding &
  Giving & {
    id: string;
    phase: Phase;
    locale: string;
    /** When it is over by the calendar, in milliseconds since 1970. */
    endsAt: number;
  };

export type Reception = {
  camp: ReceptionCamp;
  counts: Counts;
  nextRank: number;
  sectors: ReadonlySet<string>;
  /** Who is registered by one of these addresses or forms, by address. */
  people: ReadonlyMap<string, Known>;
  /** Browsers that are signed in with an address, as `readerOf` has them. */
  readers: ReadonlySet<string>;
  /** When the buckets that may be taken from are full again, by `bucketOf`, in milliseconds since 1970. */
  allowance: ReadonlyMap<string, number>;
};

/** Somebody who gets a page: freshly registered, with a form sent before, or with a claim on an address known before. */
export type Entry = {
  person: Known;
  now: Date;
  /**
   * A turn they are given: what they were before, until when a place is held that waits for no mail, and the release
   * they enter.
   */
  seat: { from: Status | null; heldUntil: Date | null; enters: string | null } | null;
  /** What the page says in place of the truth. */
  claim: Claim | null;
  /** The browser is known to read the mailbox: the page is its own, and it gets the ticket. */
  reader: string | null;
  /** That proves the mailbox, which nobody had yet; with what they say now, where it is a form of its own. */
  proves: { answers: Answers | null } | null;
  mail: "registered" | "your_page" | null;
};

export type Decision = Result<Entry, RegisterRefusal>;

/** A browser and the address it is signed in with, as one key. */
export function readerOf(deviceId: string, email: string): string {
  return `${deviceId} ${email}`;
}

/** The ids of forms that were sent before. */
export function formsSent(people: Iterable<Pick<Known, "form" | "claims">>): Set<string> {
  return new Set([...people].flatMap(({ form, claims }) => [form.id, ...claims.keys()]));
}

/**
 * Whether a browser is known to read a mailbox: signed in with it, or with the ticket of its proven registration.
 * @param email in compared form
 */
export function reads(
  { readers, people }: Pick<Reception, "readers" | "people">,
  deviceId: string,
  email: string,
): boolean {
  const known = people.get(email);
  const held = known !== undefined && isProven(known) && known.tickets.has(deviceId);
  return held || readers.has(readerOf(deviceId, email));
}
