/** Saying how a camp was, and reading what others said. */
import { ENOUGH } from "#domain/equality/disclosure.ts";
import type { FeedbackAnswer, FeedbackQuestion } from "#domain/feedback.ts";
import { LONGEST } from "#domain/limits.ts";
import { number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");

export const feedback = {
  title: "How was it?",
  lede: "Five questions, one minute, no name. Leave out what you like.",
  questions: {
    learned: "I learned something I can use",
    met: "I met somebody from another kind of organisation whom I can ask from now on",
    spoke: "I could say what I think",
    ran: "The day was well run",
    again: "I would come again",
  } satisfies Record<FeedbackQuestion, string>,
  answers: {
    yes: "Yes",
    mostly: "Mostly",
    hardly: "Hardly",
    no: "No",
  } satisfies Record<FeedbackAnswer, string>,
  comment: "What should stay, and what should change?",
  commentHint: "Leave names out: not yours, and nobody else’s.",
  commentLong: `Up to ${LONGEST.feedback} characters`,
  optional: "(may stay empty)",
  open: "Everybody may read my words",
  openHint: "Without it only the organisers do. Nobody is told who wrote them.",
  kept: "What you say is kept without who said it, so it cannot be changed or taken back later.",
  send: "Send",
  sending: "Sending",
  nothing: "Answer any of these, or write something",
  thanks: {
    title: "Thank you",
    body: "This phone has said how it was.",
    see: "What everybody said",
    writeUp: "Now write up what you learned, for yourself or for others",
  },
  closed: {
    title: "This opens on the last day",
    body: "Once sessions are on you can say here how it is, from any phone.",
    halted: "This camp does not take place as announced, and nobody is asked about it.",
    over: "This camp is in the archive, and nobody is asked any more.",
    back: "To the camp’s page",
  },
  link: "How was it? Say so in a minute",
  results: {
    title: "What everybody said",
    lede: (people: number) => `At least ${n(people)} people have said how it was.`,
    few: `Fewer than ${ENOUGH} people have said something so far`,
    fewWhy: "What they said is shown once there are more, so that nobody is known by it.",
    how: "Numbers are rounded down to a multiple of five.",
    question: "How it was",
    atLeast: (people: number) => `${n(people)} or more`,
    fewer: `under ${ENOUGH}`,
    comments: "In their words",
    noComments: "Nobody’s words are shown here so far.",
    say: "Say how it was for you",
  },
  desk: {
    link: "How people say it was",
    all: "All comments",
    allWhy:
      "Also those for organisers alone. Hide what names somebody or hurts; whoever wrote it is not told, because nobody knows who that is.",
    none: "No comments so far.",
    open: "Everybody may read it",
    closed: "For organisers alone",
    isHidden: "Hidden",
    hide: "Hide",
    show: "Show again",
    done: { hidden: "Hidden from everybody", shown: "Shown again" },
    pending: "One moment",
  },
};
