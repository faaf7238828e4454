/** The page on which organisers write the words of the mails about a place. */
import type { Letter } from "#domain/mail-words.ts";
import { list } from "#messages/counts.ts";

const letters: Record<Letter, { title: string; when: string }> = {
  held: { title: "A place is held", when: "To whoever registers while places are free, with the code." },
  waiting: {
    title: "On the waiting list",
    when: "To whoever registers when all places are taken, with the code.",
  },
  place_yours: {
    title: "The place is theirs",
    when: "Once the address of a held place is confirmed, and after saying yes to an offer.",
  },
  offered: { title: "A place is offered", when: "To the next in line, when a place is free." },
  offer_reminder: { title: "Reminder of an offer", when: "Once, at half of the time to answer." },
  offer_expired: { title: "An offer ran out", when: "When nobody answered in time." },
  hold_lapsed: { title: "A held place lapsed", when: "When the address was not confirmed in time." },
  pause_over: { title: "A pause is over", when: "On the morning on which their turn counts again." },
  given_place: { title: "Given a place by hand", when: "By an organiser, with the reason." },
  put_back: { title: "Put back in the line", when: "By an organiser, with the reason." },
  removed: { title: "Taken off the list", when: "By an organiser, with the reason." },
};

export const letterWords = {
  link: "Words of the mails about places",
  title: "Words of the mails",
  lede: "Each of these goes out by itself. Its words can be your own; where you change nothing they are ours.",
  back: "All mails",
  letters,
  table: "Mails about places",
  columns: { letter: "Mail", when: "When it goes", words: "Words" },
  own: "Your own",
  ours: "Ours",
  languages: "Language",

  subject: "Subject",
  subjectMissing: "Write a subject",
  subjectLong: "Make the subject shorter",
  subjectLink: "{my page} is a link, and a subject has none. Put it in the words",
  body: "Words",
  bodyHint: (known: string) =>
    `In braces stands what is each reader’s own: ${known}. A line of its own that ends with {my page}, with nothing else in braces and no stars, becomes a button; anywhere else {my page} is a link among the words. **Two stars** make words bold, a dash begins a list, and [words](https://…) a link.`,
  must: (must: string) => `What cannot be left out: ${must}.`,
  bodyMissing: "Write something",
  bodyLong: "Make it shorter: this is longer than 10,000 signs",
  unknown: (given: readonly string[], known: string) =>
    `${list(given, "en-GB")} ${given.length === 1 ? "is" : "are"} nothing we can fill in here. What we know: ${known}`,
  lacks: (lacks: readonly string[]) =>
    `${list(lacks, "en-GB")} ${lacks.length === 1 ? "is" : "are"} missing: without ${lacks.length === 1 ? "it" : "them"} nobody could do what this mail is for. Put ${lacks.length === 1 ? "it" : "them"} back in`,
  look: "Look at it",
  trial: "Send it to me",
  keep: "Use these words",
  busy: "One moment",
  tried: "On its way to your own address. Nothing is changed yet.",
  kept: "From now on this mail says that.",
  keptNext: "Mails that wait to go out say it as well.",
  preview: "As a reader will get it",
  previewOnly: "Nothing is changed yet: this is only how it would look.",
  reset: {
    open: "Have our words again",
    sure: "What you wrote is gone then, and nobody can bring it back. The mail says again what it said before.",
    go: "Yes, have ours again",
  },
  wasReset: "This mail has our words again.",
};
