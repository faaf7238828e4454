/** What mail of a camp went out, what failed and why. */
import type { MailKind, MailState } from "#domain/mail.ts";
import type { FailureReason } from "#domain/mail-failure.ts";
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

export const mailLog = {
  title: "What went out",
  lede: "All mail of this camp, newest first: what the product writes by itself, and what you write to a group.",
  parts: {
    label: "Parts of the mail",
    write: "Write to people",
    all: "What went out",
    failed: "Failed",
  },
  kinds: {
    sign_in: "Code to sign in",
    offered: "Offer of a place",
    registered: "Registered, with a code",
    your_page: "The way to their page",
    offer_expired: "An offer ended",
    hold_lapsed: "A held place lapsed",
    pause_over: "A pause ended",
    place_yours: "The place is theirs",
    given_place: "Given a place by hand",
    brought: "Brought with a list",
    removed: "Taken off the list",
    put_back: "Put back in the line",
    address_changed: "Word to the old address",
    invited: "Asked onto the crew",
    role_changed: "Another role on the crew",
    crew_removed: "Taken off the crew",
    camp_changed: "The camp changed",
    drawn: "How it went in a batch or a draw",
    offer_reminder: "Half of the time to answer has passed",
    trial_mail: "A copy to oneself",
    trial_words: "The words of a mail, to oneself",
    group_mail: "Mail to a group",
    crew_mail: "Mail to the crew",
  } satisfies Record<MailKind, string> as Readonly<Record<string, string>>,
  otherKind: "Another mail",
  states: {
    queued: "On its way",
    held: "Waits: the mail server does not answer",
    sent: "Gone",
    bounced: "Failed",
    failed: "Failed",
  } satisfies Record<MailState["state"], string>,
  dropped: "Not sent",
  reasons: {
    refused: "Their mail server refused it: most likely there is no such address.",
    returned: "It came back after it had gone out: most likely there is no such address any more.",
    gave_up: "It could not be handed over, though we tried for about a day.",
    unreadable: "It was written by another version of Wallchart, and this one cannot read it.",
    left_group: "They were no longer in the group when its turn came.",
    unwilling: "They had said that they want no such mail.",
    gone: "They have another address by now, or what it was about is gone.",
  } satisfies Record<FailureReason, string>,
  table: {
    kinds: "Mail by kind",
    all: "All mail, newest first",
    failed: "Mail that failed, newest first",
    columns: { kind: "What", to: "To", when: "Written", state: "State", why: "Why", act: "Act" },
    counts: { sent: "Gone", waiting: "On its way", failed: "Failed" },
  },
  none: {
    all: "Nothing has gone out yet",
    allBody: "Once somebody registers, is offered a place or is written to, it is here.",
    failed: "Nothing failed",
    failedBody: "What could not be sent would be here, with the reason and a way to try again.",
  },
  retry: {
    one: "Try again",
    all: "Try all of it again",
    allHint:
      "All that may go through another time. Offers and codes are not among it: what they say is over by then.",
    pending: "Trying again",
    done: (n: number) => many(n, "# is on its way again.", "# are on their way again."),
    doneNext: "Where an address is wrong, mend it on the page of the person: then they are written to anew.",
    nothing: "Nothing was left to try again.",
    of: (name: string) => `, to ${name}`,
  },
  number: (n: number) => number(n, "en-GB"),
};
