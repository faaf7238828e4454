/** A second address of somebody at a camp: what goes there as well, and since when. */
import type { MailKind } from "#domain/mail.ts";

const HOUR = 60 * 60 * 1_000;

/** How long a second address waits for its reader to say yes, in hours. */
export const SECOND_ADDRESS_HOURS = 24;

/** Until when its reader can say yes. @param askedAt milliseconds since 1970, as is what is returned */
export function lapseOf(askedAt: number): number {
  return askedAt + SECOND_ADDRESS_HOURS * HOUR;
}

/**
 * `both`: about their own place, and to a second address as well once its reader has said yes. `one`: codes, what only
 * the first address can act by or only it is told, and whatever is about nobody's own place.
 */
const GOES: Record<MailKind, "both" | "one"> = {
  sign_in: "one",
  registered: "one",
  your_page: "one",
  hold_lapsed: "one",
  offered: "both",
  offer_reminder: "both",
  offer_expired: "both",
  pause_over: "both",
  place_yours: "both",
  drawn: "both",
  given_place: "both",
  brought: "both",
  removed: "both",
  put_back: "both",
  merged: "both",
  merged_away: "one",
  transfer_offered: "one",
  transfer_ended: "one",
  transfer_back: "both",
  handed_on: "one",
  still_coming: "both",
  went_back: "both",
  passed_on: "both",
  camp_changed: "both",
  called_off: "both",
  put_off: "both",
  takes_place: "both",
  crew_halted: "one",
  my_day: "one",
  second_asked: "one",
  second_confirmed: "one",
  second_removed: "one",
  address_changed: "one",
  invited: "one",
  role_changed: "one",
  crew_removed: "one",
  rota_changed: "one",
  swap_found: "one",
  swap_asked: "one",
  swap_agreed: "one",
  swap_hidden: "one",
  swap_expires: "one",
  swap_done: "one",
  write_up_reminder: "one",
  trial_mail: "one",
  trial_words: "one",
  group_mail: "one",
  contact_named: "one",
  passkey_added: "one",
  passkey_removed: "one",
  passkey_refused: "one",
  passkeys_reset: "one",
  passkeys_required: "one",
  passkeys_freed: "one",
  concern: "one",
  crew_mail: "one",
};

/** Whether a mail goes to a second address as well. */
export function goesToBoth(kind: MailKind): boolean {
  return GOES[kind] === "both";
}

export type SecondMailbox = {
  lapsesAt: Date;
  provenAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
};

/** `asked`: its reader has not said yes. `bounced`: mail to it came back. `unwanted`: its reader called our mail spam. */
export type Reach = "asked" | "works" | "bounced" | "unwanted";

/** How far mail gets at a second address; null once nobody said yes in time, when it is as good as gone. */
export function reachOf(mailbox: SecondMailbox, now: Date): Reach | null {
  const { lapsesAt, provenAt, bouncedAt, complainedAt } = mailbox;
  if (provenAt === null && lapsesAt <= now) return null;
  if (complainedAt !== null) return "unwanted";
  if (bouncedAt !== null) return "bounced";
  return provenAt === null ? "asked" : "works";
}

/** Whether its reader can still say yes. */
export function canSayYes(mailbox: SecondMailbox, now: Date): boolean {
  return reachOf(mailbox, now) === "asked";
}

/** As its owner sees it; `lapsesAt` is ISO 8601. */
export type SecondAddress = { email: string; reach: Reach; lapsesAt: string };
