/** The first pages: the list of camps, and each camp’s own. */
import { number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");

/** @param out how many are given out so far */
export const taken = (out: number, capacity: number) => {
  if (out < capacity) return `All places given out so far are taken: ${n(out)} of ${n(capacity)}`;
  return out === 1 ? "The one place is taken" : `All ${n(out)} places are taken`;
};

export const home = {
  title: "Wallchart",
  lede: "An unconference has no agenda until the people who came make one.",
  live: "On today",
  coming: "Coming up",
  past: "Been and gone",
  more: "More camps to come",
  years: "What was, year by year",
  of: (year: string) => `Camps of ${year}`,
  ofLede: "What was pitched and the grid stay at the same address.",
  none: { title: "No camps yet", body: "When an organiser starts one, it will be here." },
  noneComing: {
    title: "No camp is coming at the moment",
    body: "When tickets open for one, it will be here.",
  },
  back: "The front page",
  plain: "A slow line? Read the plain page",
  start: "Start a camp of your own",
  mistakes: "This went wrong: what people learned from it",
};

export const front = {
  /** What the page leads with, in a few words. */
  leads: {
    soon: "Tickets open soon",
    open: "Tickets are open",
    draw: "The draw is open",
    drawing: "The draw is being made",
    /** @param out how many of the camp's are given out so far */
    left: (free: number, out: number, capacity: number) =>
      `Tickets are open: ${n(free)} of ${out < capacity ? "the first " : ""}${n(out)} places left`,
    some: "Places are left for some",
    full: (out: number, capacity: number, waiting: number) =>
      waiting === 0 ? taken(out, capacity) : `${taken(out, capacity)}, ${n(waiting)} in the line`,
    first: (free: number) =>
      `${free === 1 ? "A place is" : `${n(free)} places are`} free, for the line first`,
    closed: (out: number, capacity: number) => `${taken(out, capacity)}, and the line is full`,
    ended: "This camp is over",
    was: (dates: string) => `Was on ${dates}`,
  },
  way: "How to get there (a map on openstreetmap.org)",
  free: "Free of charge",
  places: { one: "# place", other: "# places" },
  register: "Register",
  open: "Open the camp",
  status: "Your registration",
  feedback: "How was it? Say so in a minute",
  said: "What people said of it",
  roundUp: "The round-up: posts, pictures and notes",
  fair: "How fair it was",
  writeUp: "Write up what you learned",
  learned: "What people learned",
  join: "Join the line",
  line: {
    one: "# person waits. Places that come back go to the line.",
    other: "# people wait. Places that come back go to the line.",
  },
  nobodyWaits: "Nobody waits so far. Places that come back go to the line.",
  closedLine: "The waiting list is full as well. Places that come back go to the people on it.",
  answerBy: (when: string) =>
    `Before the camp we ask everybody with a place whether they still come. A place without an answer by ${when} goes to somebody who waits.`,
  soonTickets: "Tickets aren’t open yet.",
  closedTickets: "Tickets are closed for this camp.",
  draft: "This camp is a draft: only its crew can see this page.",
  readGrid: "Read the grid",
  readPitches: "Read what was pitched",
  wall: "The wall, for a projector",
  plain: "Plain page, for a slow line",
  desk: "The desk",
};
