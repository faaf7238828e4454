/** Adding somebody by hand. */
import { LONGEST } from "#domain/limits.ts";
import type { BroughtAs } from "#domain/people-import/state.ts";

export const personAdd = {
  title: "Add somebody",
  link: "Add somebody",
  lede: "For a guest, a speaker, or whoever cannot fill in the form. It is noted with your reason.",
  /** For somebody of the crew, who pitches and raises hands with a place of their own. */
  member: {
    you: "With a place of your own you pitch and raise hands like everybody else, and have a ticket and a badge. It is noted with the reason.",
    lede: "With a place of their own they pitch and raise hands like everybody else, and have a ticket and a badge. It is noted with the reason.",
    reason: "On the crew",
  },
  /** The same questions, of oneself. */
  yours: {
    name: "Your name",
    email: "Your email",
    firstTime: "It is my first unconference",
    gets: "What you get",
    tell: "Send me an email",
    tellHint: "With the way to your own page. Signed in, you find it under Me as well.",
    add: "Add me",
  },
  name: "Their name",
  email: "Their email",
  sector: "Kind of organisation",
  sectorChoose: "Choose one",
  organisation: "Organisation",
  optional: "(may stay empty)",
  firstTime: "It is their first unconference",
  gets: "What they get",
  as: {
    places: { label: "A place", hint: "Ahead of everybody in the line." },
    line: {
      label: "A turn in the line",
      hint: "At the back. Offers skip past them until they have confirmed their address, which they do from our email.",
    },
  } satisfies Record<BroughtAs, { label: string; hint: string }>,
  reason: "Why?",
  tell: "Tell them by email",
  tellHint: "With the way to their own page. Without the tick they hear nothing from us.",
  add: "Add them",
  adding: "Adding",
  nameWrong: `Their name, in up to ${LONGEST.personName} characters`,
  emailWrong: "Their address, like name@example.org",
  sectorMissing: "Choose the kind of organisation they come from",
  organisationLong: `The organisation, in up to ${LONGEST.organisation} characters`,
  reasonMissing: `Give a reason, in up to ${LONGEST.reason} characters: somebody will ask why`,
  done: "Added.",
  doneTold: (email: string) => `We have written to ${email}.`,
  doneUntold: "They were not told: do it yourself.",
};
