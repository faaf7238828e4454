/** Words of making one registration out of two of the same person. */
import { LONGEST } from "#domain/limits.ts";
import { count } from "#messages/counts.ts";

const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

export const merging = {
  label: "Merge with another registration of theirs",
  what: "For somebody who registered twice. You see first what becomes of both.",
  email: "The other address they registered with",
  emailWrong: "Write one whole address, such as priya@sandwell.example",
  nobody: "Nobody else here is registered with that address",
  look: "Show what it comes to",
  title: "Merge two registrations",
  back: "Back to the person",
  stays: "This address stays",
  goes: "This one goes",
  swap: "Keep the other address instead",
  becomes: "What becomes of both",
  gets: {
    stays: "The one that stays keeps what it has:",
    goes: "The one that stays gets what the other has:",
  },
  rank: "Of the two turns it has the better one.",
  freed: "The other place goes to the line at once.",
  hands: (stays: number, goes: number) =>
    `${many(stays, "# hand", "# hands")} and ${many(goes, "# hand", "# hands")} are united: what both want counts once.`,
  pitches: (goes: number) => `${many(goes, "# pitch comes", "# pitches come")} along.`,
  answers:
    "Name and answers are those of the one that stays. What it left empty is filled from the other, and notes of the crew come along.",
  ends: "The other registration ends. Its links and its tickets on phones stop working, and its address cannot register again by itself.",
  told: "Both addresses are told by mail, with your reason.",
  undo: "This cannot be undone.",
  nothing:
    "There is nothing to merge: neither of them has a place or a turn, or the crew took one of them off.",
  reason: "Why? They and the crew can read it",
  reasonMissing: `Give a reason, in up to ${LONGEST.reason} characters: somebody will ask why`,
  sure: "Merge them",
  doing: "Merging",
  done: "The two registrations are one now.",
  doneNext: "Both addresses are told by mail.",
};
