/** A camp's own pages, what is told to those named in its code of conduct, and the desk where they are written. */
import type { CampPage, Lack, ReviewedPage } from "#domain/camp-page.ts";
import { MOST } from "#domain/limits.ts";
import { list, number } from "#messages/counts.ts";

const titles: Record<CampPage, string> = {
  unconference: "What an unconference is",
  places: "How places are given",
  travel: "Getting there",
  access: "Access at the venue",
  food: "Food and drink",
  quiet: "A quiet room",
  conduct: "Code of conduct",
  organisers: "Who runs it",
  thanks: "Thanks",
  privacy: "Privacy",
  cookies: "Cookies",
  accessibility: "Accessibility of this website",
};

/** Short enough for the foot of a page. */
const short: Record<ReviewedPage | "conduct", string> = {
  conduct: "Code of conduct",
  privacy: "Privacy",
  accessibility: "Accessibility",
};

export const campPage = {
  title: "About this camp",
  lede: "What to expect, how to get there, and whom to talk to.",
  titles,
  short,
  all: "All about this camp",
  back: "To the camp’s page",
  foot: "About this camp",
  /** In the place of what the organisers have not written yet. */
  gap: "(the organisers have still to say this)",

  contacts: {
    title: "People you can talk to",
    tell: "Write to one of them",
    none: "Nobody is named here yet. Talk to anybody of the crew, or answer any email of the camp.",
  },

  concern: {
    title: "Tell somebody what happened",
    lede: "What you write goes by email to the one you choose, and to nobody else. It is kept nowhere here, and the rest of the crew sees neither the words nor that there were any.",
    urgent: "If somebody is in danger, call 999, and tell anybody of the crew now.",
    whom: "Who shall read it?",
    whomMissing: "Choose who shall read it",
    words: "What happened?",
    wordsHint: "As much or as little as you like. When and where helps.",
    wordsMissing: "Write what happened, in your own words",
    wordsLong: "Make it shorter: up to 4,000 signs. You can say the rest when they answer",
    reply: "How can they reach you?",
    replyHint: "An email address, a phone number, or where you are. Leave it empty to stay unnamed.",
    replyLong: "Make this shorter: up to 200 signs",
    optional: "(you can leave this out)",
    send: "Send it to them",
    sending: "Sending it",
    done: {
      title: "It is on its way to them",
      body: "They get it by email within minutes. If you said how to reach you and hear nothing within a day, choose somebody else, or talk to anybody of the crew: email can get lost.",
    },
    /** Where no mail goes out: in a demo, or without a mail server. */
    local: {
      title: "Nothing you write here reaches anybody",
      body: "No email leaves this website, so nobody can be written to from here. Talk to anybody of the crew.",
    },
    nobody: {
      title: "Nobody is named for this yet",
      body: "Talk to anybody of the crew, or answer any email of the camp.",
    },
    back: "Back to the code of conduct",
  },

  desk: {
    title: "The camp’s pages",
    lede: "What a first-timer asks, in plain words. Every page is there from the start in our words; change what you like. Every email of the camp leads here.",
    see: "See them as everybody does",
    table: "Pages",
    columns: { page: "Page", words: "Words", state: "Before tickets open" },
    ours: "Ours",
    own: (version: number, by: string | null) =>
      by
        ? `Yours, version ${number(version, "en-GB")}, by ${by}`
        : `Yours, version ${number(version, "en-GB")}`,
    done: "Looked through",
    short: { ours: "Still to write", gaps: "Gaps left", unread: "Not looked through" } satisfies Record<
      Lack["why"],
      string
    >,
    back: "All pages",
    body: "Words",
    bodyHint: (braces: string) =>
      `In braces stands what the camp has set: ${braces}. It stays true when you change it in the settings. ## begins a heading, **two stars** make words bold, a dash begins a list, and [words](https://…) a link. Pictures and HTML are not shown.`,
    gapsHint: "Fill in what stands in [[double brackets]], or take it out where it is not so.",
    gaps: (gaps: readonly string[]) =>
      // Each is a piece of a sentence, and may hold commas.
      `Still to be filled in: ${gaps
        .slice(0, 5)
        .map((gap) => `“${gap}”`)
        .join("; ")}${gaps.length > 5 ? "; and more" : ""}`,
    bodyMissing: "Write something, or have our words again",
    bodyLong: "Make it shorter: this is longer than 10,000 signs",
    unknown: (given: readonly string[], known: string) =>
      `${list(given, "en-GB")} ${given.length === 1 ? "is" : "are"} nothing we can fill in here. What we know: ${known}`,
    looked: "I have read it through, and it is true of this camp",
    lookedHint:
      "Tickets can open once this is said of the privacy notice and of the accessibility statement.",
    looksLeft: "This page was looked through. It stays so when you change it.",
    look: "Look at it",
    keep: "Use these words",
    busy: "One moment",
    kept: "Everybody reads that from now on.",
    preview: "As everybody reads it",
    previewOnly: "Nothing is changed yet: this is only how it would look.",
    reset: {
      open: "Have our words again",
      sure: "Your words stay among the versions below.",
      go: "Use our words",
      done: "These are our words again.",
    },
    versions: {
      title: "Versions",
      none: "Nobody has changed this page yet.",
      one: (version: number) => `Version ${number(version, "en-GB")}`,
      ours: "our words again",
      by: (when: string, who: string | null) => (who ? `${when}, by ${who}` : when),
      begin: "Begin from these words",
      begun: (version: number) =>
        `Below are the words of version ${number(version, "en-GB")}. Nothing is changed until you use them.`,
      older: "Older ones",
    },

    contacts: {
      title: "People named in the code of conduct",
      lede: `Their names stand on the page, and what somebody writes to one of them goes to that one alone. Two or more are best, of more than one gender, so that nobody has to tell the person it is about. Up to ${MOST.contacts}; whoever is new gets an email about it.`,
      crew: "Of the crew",
      others: "Others",
      name: "Name",
      email: "Email address",
      row: (n: number) => `Person ${n}`,
      emailWrong: (n: number) => `Person ${n} needs an email address, like name@example.org`,
      nameWrong: (n: number) => `Person ${n} needs a name`,
      many: `Choose up to ${MOST.contacts} people in all`,
      twice: "Somebody is named twice: each address can be named once",
      save: "Save who is named",
      saved: "The code of conduct names them.",
    },
  },
};
