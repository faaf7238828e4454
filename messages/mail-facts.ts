/** What the words of a mail are told, in every language, and what they make of it. */
import type { Halted } from "#domain/event.ts";
import type { MailKind } from "#domain/mail.ts";
import type { MADE_FOR } from "#domain/mail-facts.ts";
import type { Returned } from "#domain/registration/transfer.ts";
import type { Status } from "#domain/registration.ts";
import type { Rich } from "#domain/rich-text.ts";
import type { RotaChange } from "#domain/rota.ts";

/** One piece of a body. `quiet` is a link that is there and calls nobody; `ticket` a code to say, and what its picture shows; `rich` is what an organiser wrote. */
export type Block =
  | string
  | { code: string }
  | { link: string; says: string }
  | { quiet: string; says: string }
  | { ticket: string; says: string; picture: string }
  | { rich: readonly Rich[] };

export type Written = { subject: string; body: readonly Block[] };

/** What mails about a registration know. `code` is empty where none was made. */
export type CampFacts = {
  camp: string;
  /** "Friday 14 July" */
  day: string;
  place: string;
  name: string;
  /** The private page, as a whole address. */
  page: string;
  code: string;
  status: Status;
  /** Whether they have proven the address by now. */
  proven: boolean;
  /** "4pm on Tuesday 4 July", while an offer stands. */
  until: string;
  /** Until when a held place waits for the code, written as `until` is; empty where none is held. */
  heldUntil: string;
  /** From when on a place is passed on whose holder is not there, written as `until` is; empty where a camp never does. */
  passOn: string;
  /** Why an organiser did it, in their words. */
  reason: string;
  /** The camp is over, which is why an offer ended. */
  over: boolean;
};

/** What is new about a camp. Each change as people read it; an empty `until` where no offer stands. */
export type ChangeFacts = {
  changes: readonly { what: "date" | "doors" | "place" | "zone"; was: string; is: string }[];
};

/** Whoever is written to, and the page and the code where they are made for the kind. */
type About<Kind extends MailKind, Fact extends keyof CampFacts = never> = Pick<
  CampFacts,
  "camp" | "name" | Fact | Extract<(typeof MADE_FOR)[Kind][number], "page" | "code">
>;
type Crew = { camp: string; by: string };
/** `role` is one or several, as `rolesText` in domain/permission.ts writes them. */
type Member = Crew & { role: string; link: string };

/** A mail to many: what an organiser wrote, each reader's own filled in. */
type Many = { camp: string; name: string; subject: string; own: readonly Rich[] };
type Passkey = { name: string; link: string };
type Swapping = Pick<CampFacts, "camp" | "name"> & { link: string };
/** The page by which its reader wants no more of the kind, as a whole address. */
type Refusable = { unsubscribe: string };

/** What the words of each kind may say. */
export type WordFacts = {
  registered: About<"registered", "day" | "place" | "status" | "proven" | "heldUntil">;
  your_page: About<"your_page", "status">;
  offered: About<"offered", "day" | "place" | "until">;
  offer_reminder: About<"offer_reminder", "until">;
  offer_expired: About<"offer_expired", "over">;
  camp_changed: About<"camp_changed", "until" | "status"> & ChangeFacts;
  hold_lapsed: About<"hold_lapsed">;
  pause_over: About<"pause_over">;
  place_yours: About<"place_yours", "day" | "place" | "passOn">;
  drawn: About<"drawn", "day" | "place" | "status" | "heldUntil">;
  given_place: About<"given_place", "day" | "place" | "reason">;
  brought: About<"brought", "day" | "place" | "status" | "reason">;
  removed: About<"removed", "reason">;
  put_back: About<"put_back", "reason">;
  merged: About<"merged", "status" | "reason">;
  merged_away: About<"merged_away", "reason">;
  /** `link` is the page on which the place can be taken, as a whole address. */
  transfer_offered: Pick<CampFacts, "camp" | "day" | "place" | "name" | "until"> & {
    giver: string;
    link: string;
  };
  transfer_ended: Pick<CampFacts, "camp" | "name">;
  /** `to` is whoever was to get the place, as its giver wrote it. */
  transfer_back: About<"transfer_back"> & { to: string; why: Returned };
  called_off: About<"called_off", "day" | "status" | "reason">;
  put_off: About<"put_off", "day" | "status" | "reason">;
  /** `halted` is what it was until now; `doors` "9am". */
  takes_place: About<"takes_place", "place" | "status" | "reason" | "until"> & {
    halted: Halted | "";
    asked: boolean;
    date: string;
    doors: string;
    moved: boolean;
  };
  /** `halted` is what it is now; `link` the camp, as a whole address. */
  crew_halted: Crew & { halted: Halted | ""; reason: string; date: string; link: string };
  still_coming: About<"still_coming", "day" | "place" | "until" | "passOn">;
  went_back: About<"went_back">;
  passed_on: About<"passed_on">;
  handed_on: About<"handed_on"> & { to: string };
  /** `lines` of their day as it is now; `link` is the Me page, as a whole address. */
  my_day: Pick<CampFacts, "camp" | "name"> & { lines: readonly string[]; link: string };
  /** `link` is the page on which the address is confirmed, as a whole address. */
  second_asked: Pick<CampFacts, "camp"> & { link: string };
  second_confirmed: About<"second_confirmed"> & { email: string };
  second_removed: About<"second_removed">;
  address_changed: Pick<CampFacts, "camp">;
  sign_in: { code: string; link: string };
  invited: Member;
  role_changed: Member;
  crew_removed: Crew;
  /** `name` is what the passkey is called; `link` the page of one's own passkeys, as a whole address. */
  passkey_added: Passkey;
  passkey_removed: Passkey;
  passkey_refused: Passkey;
  /** Without a camp and a name it was whoever runs the server. */
  passkeys_reset: Crew & { link: string };
  passkeys_required: Crew & { link: string };
  passkeys_freed: Crew;
  /** `link` is the code of conduct, as a whole address. */
  contact_named: Crew & { name: string; link: string };
  /** `own` is what they wrote, `reply` who they are and how they can be reached; empty where they did not say. */
  concern: { camp: string; name: string; own: readonly Rich[]; reply: string };
  /** `when` is "Tuesday 14 July, 8.30am to 9.30am"; `link` the rota, as a whole address. */
  rota_changed: Crew & { change: RotaChange; task: string; place: string; when: string; link: string };
  /** `link` leads to the swaps, or of `swap_done` to one button, as a whole address. `contacts` are lines. */
  swap_found: Swapping;
  swap_asked: Swapping;
  swap_agreed: Swapping & { contacts: readonly string[] };
  swap_hidden: Swapping & { reason: string };
  swap_expires: Swapping;
  swap_done: Swapping;
  /** `link` is the page on which they write it, as a whole address. */
  write_up_reminder: Pick<CampFacts, "camp" | "name"> & Refusable & { link: string };
  trial_mail: Many;
  trial_words: { written: Written };
  group_mail: Many & Refusable;
  crew_mail: Many & Refusable;
};

/** The words of every kind, each with its own facts: one kind forgotten, or a fact it does not have, does not compile. */
export type MailWords = { [K in MailKind]: (facts: WordFacts[K]) => Written };
