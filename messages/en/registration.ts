/** Words of registering: the question pages, and the private page that knows how it went. */

import { LONGEST, RANGES } from "#domain/limits.ts";
import type { SeenBy, WrongAnswer } from "#domain/question.ts";
import type { Asked } from "#domain/registration/answers.ts";
import { count, number } from "#messages/counts.ts";
import { longDay } from "#messages/format.ts";
import { taken } from "./front.ts";

const people = (n: number) => count(n, { one: "# person", other: "# people" }, "en-GB");

const SEEN: Record<SeenBy, string> = {
  organisers: "Only the organisers see what you answer.",
  crew: "The camp’s crew see what you answer.",
};

const date = (day: string) => longDay(`${day}T12:00:00Z`, { locale: "en-GB", zone: "UTC" });

export const registration = {
  title: (camp: string) => `Register for ${camp}`,
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  continue: "Continue",
  back: "Back",
  problem: "There is a problem",

  you: {
    title: "Who’s coming?",
  },
  work: {
    title: "Where do you work?",
    lede: "It helps the organisers keep the room a mix. Neither side is better.",
  },
  day: {
    title: "On the day",
    lede: "What helps us look after you.",
  },
  questions: {
    name: "Your name, as you like it said",
    email: "Your email",
    sectorId: "Kind of organisation",
    organisation: "Organisation",
    firstTime: "It’s my first unconference",
    access: "What would make the day work for you?",
    companions: "Does somebody come along to support you?",
    companionsNote: "What do they do?",
    accessAgreed: "The organisers may read this and plan with it",
    photos: "I’m happy to be in photos",
  } satisfies Record<Asked, string>,
  hints: {
    name: "It’s what your badge says and what people call you.",
    email: "Any mailbox you can read. We send a code there now, and news of your place.",
    access:
      "A loop, step-free rooms, a quiet corner, a lift-share. Only the organisers read this; caterers get counts without names.",
    companions:
      "A carer, an interpreter, a personal assistant, a guide. They take no place from anybody. The crew sees how many come with you, to let you in together.",
    companionsNote: "“BSL interpreter”, say. Only the organisers read this.",
    accessAgreed:
      "Nobody else reads it, each time one of them does is noted, and it is deleted after the camp. Take it out again, here or later on your page, and it is gone at once.",
    photos: "Leave it empty and we leave you out of them.",
  } satisfies Partial<Record<Asked, string>>,
  optional: "(if you like)",
  /** How many come along. */
  along: (n: number) => (n === 0 ? "Nobody" : people(n)),
  check: {
    privacy: "What becomes of what you tell us",
    title: "Check your answers",
    lede: "Send it once. The next page tells you where you stand.",
    change: "Change",
    changeWhat: (what: string) => `Change ${what}`,
    send: "Send my registration",
    sending: "Sending",
    none: "Nothing",
    yes: "Yes",
    no: "No",
    labels: {
      name: "Name",
      email: "Email",
      sectorId: "Kind of organisation",
      organisation: "Organisation",
      firstTime: "First unconference",
      access: "For the day",
      companions: "Comes along",
      companionsNote: "What they do",
      accessAgreed: "The organisers may read it",
      photos: "Happy to be in photos",
    },
  },

  errors: {
    name: "Tell us what to call you",
    nameLong: `That name is longer than a badge: ${LONGEST.personName} characters at most`,
    email: "Write an email address, like priya@sandwell.example",
    sectorId: "Choose the kind of organisation you work for",
    organisation: `Shorten the organisation to ${LONGEST.organisation} characters`,
    access: `Shorten this to ${number(LONGEST.access, "en-GB")} characters; you can write to the organisers as well`,
    companions: `Choose how many come along, ${RANGES.companions.max} at most, or empty what you wrote about them`,
    companionsNote: `Shorten what they do to ${LONGEST.companionsNote} characters`,
    accessAgreed:
      "Tick this so that the organisers may read what you need and who comes along, or leave both empty",
    notNow: "We could not take it at this moment. Sending it again is safe: nobody is registered twice",
    tooMany:
      "That was asked too often in a short time. If it was this address, look in its mailbox for the email we sent; else wait a little and send it again",
    sentBefore:
      "This form was sent before, with another address. Send it again if you want to register this one as well",
    form: "This form was incomplete when it arrived. Send it again",
  },

  /** The camp's own questions, at the end of the last step. */
  more: {
    title: "The organisers also ask",
    lede: "These are the organisers’ own questions. Each says why it is asked.",
    /** @param keepUntil the last day on which answers are kept */
    why: (purpose: string, seenBy: SeenBy, keepUntil: string) =>
      `${purpose} ${SEEN[seenBy]} Deleted after ${date(keepUntil)}.`,
    yes_no: { yes: "Yes", no: "No" },
    /** Beside the question and in the list of what is wrong. */
    wrong: {
      missing: (label) => `Answer “${label}”: the organisers need to know`,
      long: (label) => `Shorten your answer to “${label}” to ${LONGEST.answer} characters`,
      no_choice: (label) => `Choose again at “${label}”: the organisers have changed what can be chosen`,
    } satisfies Record<WrongAnswer["why"], (label: string) => string>,
  },
  proof: {
    title: "Confirm your email, then the place is yours",
    line: "Too many made-up addresses have asked for places here. So places now go to confirmed addresses, in the order in which people pressed.",
  },
  full: {
    title: (out: number, capacity: number, free: number) =>
      free > 0 ? "Free places go to the line first" : taken(out, capacity),
    line: (waiting: number) =>
      waiting === 0
        ? "You would be first in line, and places do come back."
        : `${count(waiting, { one: "# person waits", other: "# people wait" }, "en-GB")} in line. Places do come back, and they go to the line.`,
  },
  phase: {
    draft: {
      title: "Not open yet",
      why: (camp: string) => `${camp} is still being prepared.`,
      next: "The organisers will say when you can register.",
    },
    past: {
      title: "This camp is over",
      why: (camp: string) => `${camp} has been and gone.`,
      next: "Its pitches and its grid stay on the camp’s page.",
    },
    over: {
      title: "Registration is closed",
      why: (camp: string) => `${camp} no longer takes new names.`,
      next: "If you registered before, the page we mailed you still works: you can give your place back or take an offer there.",
    },
    full: {
      title: "The waiting list is closed",
      why: (waiting: number) =>
        `${people(waiting)} wait already, more than are likely to get a place. Adding your name would only raise your hopes.`,
      next: "Look at the camp’s page again later: when people let go of their turn, the list opens again.",
    },
    toCamp: "Go to the camp’s page",
  },

  /** The form once more, when it was sent and not taken. */
  again: {
    title: (camp: string) => `Not registered yet: ${camp}`,
    kept: "Nothing you typed is lost.",
    unsent: {
      title: "It is not sent yet",
      line: "A key sent it before the end. Look through all of it, and press “Send my registration” below.",
    },
    /** In place of a kind of organisation, while nobody can look up its name. */
    chosen: "What you chose before",
  },
};
