/** Words of places offered by hand: who is chosen, who is passed over, and what each is told. */
import { LONGEST, MOST } from "#domain/limits.ts";
import type { Obstacle } from "#domain/registration/hand-offer.ts";
import { count, number } from "#messages/counts.ts";
import { longDay, type Place, time } from "#messages/format.ts";

const n = (value: number) => number(value, "en-GB");
const many = (value: number, one: string, other: string) => count(value, { one, other }, "en-GB");

export const handOffer = {
  choose: "Choose",
  chooseWhom: (name: string) => `Choose ${name}`,
  go: "Offer a place to those chosen",
  chosen: (people: number) => `${many(people, "# person is", "# people are")} chosen.`,
  goWhat:
    "You see first who is passed over and what each is told. Choices count on this page of the list only.",
  title: "Offer places",
  back: "Back to the list",
  nobody: "Nobody is chosen.",
  nobodyNext: "Tick people in the line on the list, then press the button under it.",
  tooMany: `That is more than ${MOST.handOffers} people at once.`,
  tooManyNext: "Go back and choose fewer: the others can follow.",
  noneOfThem: "Nobody of those chosen can be offered a place now.",
  numbers: { chosen: "offered a place", free: "free now", passed: "passed over" },
  who: "Who is offered a place",
  columns: { line: "Line", name: "Name", organisation: "Organisation", sector: "Sector" },
  unable: "Who cannot be offered one",
  unableWhy: {
    has_place: "has a place already",
    offered: "has an open offer already",
    not_waiting: "is not in the line",
    bounced: "mail to them came back",
    unproven: "has not confirmed their email",
    paused: "has paused",
  } satisfies Record<Obstacle, string>,
  passed: "Who is passed over",
  passedNobody: "Nobody: these are the next in line.",
  passedWhat: (people: number) =>
    `${many(people, "# person waits", "# people wait")} at a better turn and ${people === 1 ? "gets" : "get"} none of these places. They keep their turn and get no mail about it. Your reason is noted with each of them.`,
  more: (people: number) => `and ${many(people, "# more", "# more")}`,
  told: "What each is told",
  toldWhat: (until: string, place: Place) =>
    `By email, at once: a place is theirs until ${time(until, place)} on ${longDay(until, place)}, and then it goes to the next in line. Your reason is not in it.`,
  balance: "The balance afterwards",
  balanceOf: "Who then has a place or an offer, by sector",
  reason: "Why these people? The crew and everybody it is noted with can read it",
  reasonMissing: `Give a reason, in up to ${LONGEST.reason} characters: somebody will ask why`,
  sure: (offers: number) => `Offer ${many(offers, "# place", "# places")}`,
  doing: "Offering",
  done: (offers: number) => `${many(offers, "# person has", "# people have")} an offer now.`,
  doneNext: "They are told by mail, and the reason is noted with each of them.",
  count: n,
};
