/** Why a card is where it is, and what moving it would change. */
import type { Rule } from "#domain/agenda/solution.ts";

export const reasons = {
  more: { one: "# more person", other: "# more people" },
  fewer: { one: "# fewer person", other: "# fewer people" },
  seatsFewer: { one: "# seat short", other: "# seats short" },
  seatsMore: { one: "# more seat", other: "# more seats" },
  same: "no change",
  why: "Why is it here?",
  help: "Who is torn, and what would help",
  tornNobody: "Nobody wants two sessions that run at the same time.",
  pair: (one: string, other: string, time: string, both: string) =>
    `${time}: “${one}” and “${other}”. ${both}.`,
  room: (gain: string) => `One more room like the middle one: ${gain}.`,
  slot: (gain: string) => `One more slot at the end of the day: ${gain}.`,
  wishes: { one: "# more wish met", other: "# more wishes met" },
  places: { one: "# more session with a place", other: "# more sessions with a place" },
  nothing: "nothing more",
  /** The one move that helps most. */
  better: (title: string, where: string, change: string) =>
    `The best next step: “${title}” to ${where}, ${change}.`,
  betterSwap: (title: string, other: string, where: string, change: string) =>
    `The best next step: “${title}” and “${other}” change places (${where}), ${change}.`,
  doBetter: "Do it",
  noBetter: "No single move makes this grid better.",
  working: "Working it out.",
  unanswered: {
    what: "What this would change could not be worked out: the server did not answer.",
    next: "You can move cards all the same, or check your connection and try again.",
  },
  only: {
    one: "For one person nothing else they want is on then.",
    other: "For # people nothing else they want is on then.",
  },
  onlyNobody: "Everybody who wants it has something else they want at that time.",
  unseated: { one: "One person finds no seat.", other: "# people find no seat." },
  straight: "A host goes straight from one of their sessions to the next.",
  want: { one: "# person wants both", other: "# people want both" },
  beside: (title: string, both: string) => `At the same time as “${title}”: ${both}.`,
  swap: (change: string, where: string, title: string) =>
    `The best exchange is with “${title}”, ${where}: ${change}.`,
  move: (change: string, where: string) => `The best other place is ${where}: ${change}.`,
  nowhere: "Every other cell breaks a rule.",
  ruled: (rule: string, cells: string) => `${rule} (${cells})`,
  ruledOut: (rules: string) => `Cells that break a rule: ${rules}.`,
  rules: {
    "slot-over": "the slot has begun",
    break: "that is a break",
    "day-ends": "the day ends too soon",
    "pinned-elsewhere": "a pinned session would move",
    "slot-forbidden": "its host can’t do that time",
    "host-away": "the host is away",
    "host-elsewhere": "the host would be in two places",
    "same-session": "it runs then already",
    "room-closed": "the room is closed",
    "room-feature": "the room lacks what it needs",
    "step-free": "the room is not step-free",
    "cell-taken": "the cell is taken",
    "no-room": "no room is free",
  } satisfies Record<Rule, string>,
};
