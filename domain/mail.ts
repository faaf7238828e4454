/** Every kind of mail, how urgent it is, and what became of one. */

/** Codes are waited for at a screen; offers run out; the rest is read when there is time; bulk goes to everybody. */
const URGENCIES = ["code", "clock", "rest", "bulk"] as const;
type Urgency = (typeof URGENCIES)[number];

/** Its words are in messages/en/mail.ts. */
export const MAIL_KINDS = {
  sign_in: "code",
  offered: "clock",
  offer_reminder: "clock",
  registered: "rest",
  your_page: "rest",
  offer_expired: "rest",
  hold_lapsed: "rest",
  pause_over: "rest",
  place_yours: "rest",
  drawn: "rest",
  given_place: "rest",
  brought: "rest",
  removed: "rest",
  put_back: "rest",
  merged: "rest",
  merged_away: "rest",
  transfer_offered: "clock",
  transfer_ended: "rest",
  transfer_back: "rest",
  handed_on: "rest",
  still_coming: "rest",
  went_back: "rest",
  passed_on: "clock",
  my_day: "rest",
  second_asked: "clock",
  second_confirmed: "rest",
  second_removed: "rest",
  address_changed: "rest",
  invited: "rest",
  role_changed: "rest",
  crew_removed: "rest",
  passkey_added: "rest",
  passkey_removed: "rest",
  passkey_refused: "rest",
  passkeys_reset: "rest",
  passkeys_required: "rest",
  passkeys_freed: "rest",
  contact_named: "rest",
  concern: "clock",
  rota_changed: "rest",
  swap_found: "rest",
  swap_asked: "rest",
  swap_agreed: "rest",
  swap_hidden: "rest",
  swap_expires: "rest",
  swap_done: "rest",
  camp_changed: "bulk",
  called_off: "rest",
  put_off: "rest",
  takes_place: "rest",
  crew_halted: "rest",
  write_up_reminder: "bulk",
  trial_mail: "rest",
  trial_words: "rest",
  group_mail: "bulk",
  crew_mail: "bulk",
} as const satisfies Record<string, Urgency>;
export type MailKind = keyof typeof MAIL_KINDS;

/** What was told to one person alone: no list of a camp's mail has it, and what could not be sent is not kept, nor in the mailbox. */
export const TOLD_ALONE = ["concern", "swap_agreed"] as const satisfies readonly MailKind[];

export function isToldAlone(kind: MailKind): boolean {
  return (TOLD_ALONE as readonly MailKind[]).includes(kind);
}

/** How urgent a kind is: 0 is first. */
export function urgencyOf(kind: MailKind): number {
  return URGENCIES.indexOf(MAIL_KINDS[kind]);
}

/** Every so many turns go to whoever has waited longest. */
const TURNS = 4;

/** What the next mail is taken by: the most urgent first, and every fourth time the oldest of all. */
export function takenBy(turn: number): "urgency" | "age" {
  return turn % TURNS === TURNS - 1 ? "age" : "urgency";
}

/** Instants are ISO 8601. */
type MailRecord = {
  createdAt: string;
  sentAt: string | null;
  failedAt: string | null;
  failure: string | null;
};

/** The mail server did not answer, or did not let us in: nobody's address is to blame. */
export const NO_ANSWER = "no_answer";

/**
 * What became of a mail, and since when. `held`: the mail server does not answer. `bounced`: it refused this
 * address for good. `failed`: given up for another reason.
 */
export type MailState = {
  state: "queued" | "held" | "sent" | "bounced" | "failed";
  since: string;
};

/** Whether a mail went out, as far as we can know. */
export function isSent(state: MailState["state"]): state is "sent" {
  return state === "sent";
}

/** Whether a mail will never arrive, so that somebody has to do something about it. */
export function isLost(state: MailState["state"]): boolean {
  return state === "bounced" || state === "failed";
}

export function mailStateOf({ createdAt, sentAt, failedAt, failure }: MailRecord): MailState {
  if (sentAt) return { state: "sent", since: sentAt };
  if (failedAt)
    return { state: /^(5\d\d|returned)$/.test(failure ?? "") ? "bounced" : "failed", since: failedAt };
  return { state: failure === NO_ANSWER ? "held" : "queued", since: createdAt };
}
