/** How fairly a camp went, in counts that give nobody away. */
import { ENOUGH } from "#domain/equality/disclosure.ts";
import { number } from "#messages/counts.ts";

const n = (value: number) => number(value, "en-GB");

export const fairness = {
  title: "How fair it was",
  lede: `Who asked for a place and who got one, and what people had of what they wanted. Numbers are rounded down to a multiple of five, so that 10+ is 10 to 14, and counts under ${ENOUGH} are not shown.`,
  early: {
    title: "This is counted once the camp is over",
    body: "Then it says here who asked for a place and who got one.",
  },
  none: {
    title: "Nothing was counted here",
    body: "Nobody registered for this camp here, so there is nothing to say.",
  },
  places: {
    title: "Places",
    who: "Who",
    asked: "Asked",
    got: "Got one",
    firstTime: "At their first unconference",
    others: "Everybody else",
    why: "Whoever registered and proved their address asked for a place. Whoever gave theirs back is not among those who got one.",
  },
  /** In a cell, where there is little room. */
  atLeast: (people: number) => `${n(people)}+`,
  fewer: `under ${ENOUGH}`,
  hosts: {
    title: "Hosts at their first unconference",
    some: (asked: number, got: number) =>
      got > 0
        ? `At least ${n(asked)} people hosted a pitch at their first unconference. At least ${n(got)} of them had a session on the grid.`
        : `At least ${n(asked)} people hosted a pitch at their first unconference. Fewer than ${ENOUGH} of them had a session on the grid.`,
    few: `Fewer than ${ENOUGH} people hosted a pitch at their first unconference, or nobody’s are counted here.`,
  },
  wishes: {
    title: "The worst-off tenth",
    some: (hundredths: number) =>
      `Whoever put a hand up could have had so many slots with something they wanted. The tenth of people who had least of that had ${n(hundredths)} % of it on average.`,
    few: "Too few people put a hand up to say this without giving somebody away.",
  },
  turnout: {
    title: "Who came",
    some: (places: number, came: number) =>
      `Of at least ${n(places)} people who had a place when the doors opened, at least ${n(came)} came.`,
    few: "Nobody was counted at the door, or too few to say so.",
  },
  draws: {
    title: "How the draw went",
    one: (entries: number, places: number) => `${n(entries)} entered for ${n(places)} places.`,
    link: "How it was drawn, and how to check it",
    none: "No places were drawn by lot.",
  },
};
