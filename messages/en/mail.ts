/**
 * What every mail says. A body is paragraphs; a code and a link stand on lines of their own, so that the plain
 * text and the HTML say the same. Facts come ready to read: names, written dates, whole addresses.
 */

import { hasPlace, hopesForPlace, isHeld } from "#domain/registration/status.ts";
import { allows, type Status } from "#domain/registration.ts";
import { addressChanged, brought, givenPlace, putBack, removed } from "#messages/en/mail-by-hand.ts";
import { merged, mergedAway } from "#messages/en/mail-merged.ts";
import { passedOn, placeWaits, stillComing, wentBack } from "#messages/en/mail-of-coming.ts";
import { concern, contactNamed } from "#messages/en/mail-of-conduct.ts";
import { myDayMail } from "#messages/en/mail-of-day.ts";
import { calledOff, crewHalted, putOff, takesPlace } from "#messages/en/mail-of-halts.ts";
import { ofPasskeys } from "#messages/en/mail-of-passkeys.ts";
import { secondAsked, secondConfirmed, secondRemoved } from "#messages/en/mail-of-second-address.ts";
import { ofSwaps } from "#messages/en/mail-of-swaps.ts";
import { handedOn, transferBack, transferEnded, transferOffered } from "#messages/en/mail-of-transfers.ts";
import { crewRemoved, invited, roleChanged, rotaChanged } from "#messages/en/mail-to-crew.ts";
import { drawn } from "#messages/en/mail-to-entrants.ts";
import { crewMail, groupMail, trialMail, trialWords, writeUpReminder } from "#messages/en/mail-to-many.ts";
import { type Place, time, weekday } from "#messages/format.ts";
import type { ChangeFacts, MailWords, WordFacts, Written } from "#messages/mail-facts.ts";

const bye =
  "This page always knows the truth, even if another email gets lost. Keep its address to yourself: whoever has it can act for you.";
const notYou: Partial<Record<Status, string>> = {
  held: "If this was not you, do nothing: the place goes to somebody else when its time is up.",
  entered: "If this was not you, do nothing: without the code no place is kept for this address for long.",
  waiting: "If this was not you, do nothing: without the code nobody is offered a place for this address.",
};

function registered(facts: WordFacts["registered"]): Written {
  const { camp, day, place, name, page, code, status, proven, heldUntil } = facts;
  const has = hasPlace(status);
  const told: Partial<Record<Status, string>> = {
    held: `We are holding a place for you at ${camp}: ${day}, ${place}. It is yours once you confirm this address, by ${heldUntil}.`,
    confirmed: `You have a place at ${camp}: ${day}, ${place}.`,
    entered: `You are in the draw for ${camp}: ${day}, ${place}. We email you how it went as soon as it has been made.`,
    waiting: `You are on the waiting list of ${camp} (${day}, ${place}). If a place comes up, we email you.`,
  };
  const type: Partial<Record<Status, string>> = {
    held: "Type this code on the page where you registered:",
    entered: "Type this code on the page where you registered, and a place you draw is yours at once:",
    waiting:
      "Type this code on the page where you registered. Until then your place in the line is kept, but offers skip past you:",
  };
  // They registered in a browser that is known to read this mailbox: there is nothing to type.
  if (proven)
    return {
      subject: has ? `Your place at ${camp}` : `You registered for ${camp}`,
      body: [
        `Hello ${name},`,
        told[status] ?? `You registered for ${camp}: ${day}, ${place}.`,
        { link: page, says: "Open your page" },
        bye,
      ],
    };
  return {
    subject: has ? `${code} confirms your place at ${camp}` : `${code} confirms your email for ${camp}`,
    body: [
      `Hello ${name},`,
      told[status] ?? `You registered for ${camp}: ${day}, ${place}.`,
      type[status] ?? "Type this code on the page where you registered, so that we know we can reach you:",
      { code },
      { link: page, says: "Or open your page and press the button there" },
      bye,
      ...(notYou[status] ? [notYou[status]] : []),
    ],
  };
}

function yourPage({ camp, name, page, code, status }: WordFacts["your_page"]): Written {
  if (allows("register", status))
    return {
      subject: `${code} brings you back to ${camp}`,
      body: [
        `Hello ${name},`,
        `Somebody, most likely you, registered for ${camp} again with this address. Nothing was changed: we ask you first.`,
        "To come back, type this code in the browser where you registered just now:",
        { code },
        { link: page, says: "Or open your page, and come back from there" },
        bye,
        "If this was not you, do nothing, and tell nobody the code.",
      ],
    };
  return {
    subject: `Your page for ${camp}`,
    body: [
      `Hello ${name},`,
      `Somebody, most likely you, registered for ${camp} again with this address. We know it already, and nobody can hold two places, so nothing was changed.`,
      { link: page, says: "Open your page" },
      "Or type this code in the browser where you registered just now, and it opens your page there:",
      { code },
      bye,
      "If this was not you, do nothing, and tell nobody the code.",
    ],
  };
}

function offered({ camp, day, place, name, page, until }: WordFacts["offered"]): Written {
  return {
    subject: `A place at ${camp} is yours until ${until}`,
    body: [
      `Hello ${name},`,
      `A place at ${camp} has come up, and it is offered to you: ${day}, ${place}.`,
      `We hold it for you until ${until}. After that it goes to the next person.`,
      { link: page, says: "Say yes or no thanks" },
      "Can’t come? A no thanks is a kindness: somebody else can come then.",
    ],
  };
}

function offerReminder({ camp, name, page, until }: WordFacts["offer_reminder"]): Written {
  return {
    subject: `The place at ${camp} is still yours to take, until ${until}`,
    body: [
      `Hello ${name},`,
      `We offered you a place at ${camp}, and half of the time to answer has gone. We hold it until ${until}. After that it goes to the next person.`,
      { link: page, says: "Say yes or no thanks" },
      "This is the only reminder. Can’t come? A no thanks is a kindness: somebody else can come then.",
    ],
  };
}

function offerExpired({ camp, name, page, over }: WordFacts["offer_expired"]): Written {
  if (over)
    return {
      subject: `${camp} is over, and so is our offer`,
      body: [
        `Hello ${name},`,
        `We had offered you a place at ${camp}. The camp is over now, so there is nothing left to answer. Thank you for waiting.`,
        { link: page, says: "Open your page" },
      ],
    };
  return {
    subject: `The place at ${camp} is no longer kept for you`,
    body: [
      `Hello ${name},`,
      `We offered you a place at ${camp} and had no answer in time, so we no longer keep it for you.`,
      "That is not the end. On your page you can join the line again, at the back, at once or from a day you choose, or leave it at that.",
      { link: page, says: "Open your page" },
    ],
  };
}

const CHANGED: Record<ChangeFacts["changes"][number]["what"], (was: string, is: string) => string> = {
  date: (was, is) => `The date: ${is}. It was ${was}.`,
  doors: (was, is) => `Doors open at ${is}. It was ${was}.`,
  place: (was, is) => `The place: ${is}. It was ${was}.`,
  zone: (was, is) => `The times are those of ${is}. They were those of ${was}.`,
};

function campChanged({ camp, name, page, until, status, changes }: WordFacts["camp_changed"]): Written {
  const date = changes.find(({ what }) => what === "date");
  const place = changes.find(({ what }) => what === "place");
  const subject = date
    ? `${camp} is now on ${date.is}`
    : place
      ? `${camp} is now at ${place.is}`
      : `${camp} begins at another time`;
  return {
    subject,
    body: [
      `Hello ${name},`,
      `The organisers of ${camp} have changed when or where it is:`,
      ...changes.map(({ what, was, is }) => CHANGED[what](was, is)),
      until
        ? `The place we offered you is held until ${until}. After that it goes to the next person.`
        : hopesForPlace(status)
          ? "You keep your turn. If it no longer suits you, say so on your page and the others move up."
          : isHeld(status)
            ? "We still hold your place until you confirm this address. If you can’t come now, give it back on your page: somebody else can come then."
            : "Your place is still yours. If you can’t come now, give it back on your page: somebody else can come then.",
      { link: page, says: until ? "Say yes or no thanks" : "Open your page" },
    ],
  };
}

function holdLapsed({ camp, name, page, code }: WordFacts["hold_lapsed"]): Written {
  return {
    subject: `${code} brings you back into the running for ${camp}`,
    body: [
      `Hello ${name},`,
      `We held a place for you at ${camp}, but this address was not confirmed in time, so the place goes to the line.`,
      "You have kept your turn. Type this code on the page where you registered, and you are next when a place comes up:",
      { code },
      { link: page, says: "Or open your page and press the button there" },
      "If you never registered, do nothing.",
    ],
  };
}

function placeYours({ camp, day, place, name, page, passOn }: WordFacts["place_yours"]): Written {
  return {
    subject: `You have a place at ${camp}`,
    body: [
      `Hello ${name},`,
      `Your place at ${camp} is yours: ${day}, ${place}.`,
      "Your ticket is below and on your page, which your phone keeps for when there is no signal. The camp for your calendar goes with this email.",
      { link: page, says: "Open your ticket" },
      ...placeWaits(passOn),
      "Can’t come after all? Give it back on your page: somebody else can come then.",
      bye,
    ],
  };
}

function pauseOver({ camp, name, page }: WordFacts["pause_over"]): Written {
  return {
    subject: `Your pause is over: ${camp}`,
    body: [
      `Hello ${name},`,
      `You asked to be passed over in the line for ${camp} until today. You kept your turn, and it counts again from now on.`,
      "If a place comes up for you, we email you. You can pause again, or leave the list, on your page.",
      { link: page, says: "Open your page" },
    ],
  };
}

function signIn({ code, link }: WordFacts["sign_in"]): Written {
  return {
    subject: `${code} is your code to sign in`,
    body: [
      "Type this code in the browser where you asked for it:",
      { code },
      { link, says: "Or open this page and press the button there" },
      "Both work for ten minutes, once. If you did not ask to sign in, do nothing: nobody gets in without them.",
    ],
  };
}

const until = (instant: string, place: Place) => `${time(instant, place)} on ${weekday(instant, place)}`;

/** What a copy says where there is nobody yet. */
const sample = { name: "Priya", reason: "You asked us to." };

export const mail = {
  until,
  yourPage: "your page",
  openPage: "Open your page",
  about: (camp: string) => `New to this? What ${camp} is, how to get there and whom to talk to`,
  sample,
  ticket: {
    says: "Your ticket. Show it at the door, say this code, or just say your name",
    picture: "A square code that opens your page when it is scanned",
  },
  registered,
  your_page: yourPage,
  offered,
  offer_reminder: offerReminder,
  offer_expired: offerExpired,
  camp_changed: campChanged,
  called_off: calledOff,
  put_off: putOff,
  takes_place: takesPlace,
  crew_halted: crewHalted,
  hold_lapsed: holdLapsed,
  place_yours: placeYours,
  given_place: givenPlace,
  brought,
  removed,
  put_back: putBack,
  merged,
  merged_away: mergedAway,
  pause_over: pauseOver,
  drawn,
  transfer_offered: transferOffered,
  transfer_ended: transferEnded,
  transfer_back: transferBack,
  handed_on: handedOn,
  still_coming: stillComing,
  went_back: wentBack,
  passed_on: passedOn,
  my_day: myDayMail,
  second_asked: secondAsked,
  second_confirmed: secondConfirmed,
  second_removed: secondRemoved,
  address_changed: addressChanged,
  sign_in: signIn,
  invited,
  role_changed: roleChanged,
  crew_removed: crewRemoved,
  ...ofPasskeys,
  contact_named: contactNamed,
  concern,
  rota_changed: rotaChanged,
  ...ofSwaps,
  write_up_reminder: writeUpReminder,
  trial_mail: trialMail,
  trial_words: trialWords,
  group_mail: groupMail,
  crew_mail: crewMail,
} satisfies MailWords & {
  until: typeof until;
  yourPage: string;
  openPage: string;
  about: (camp: string) => string;
  sample: typeof sample;
  ticket: { says: string; picture: string };
};
