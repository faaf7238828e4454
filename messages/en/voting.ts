/** Raising hands. Never votes, likes or ranks: a hand says "I'd come". */
export const voting = {
  come: "I’d come",
  hands: { one: "# hand", other: "# hands" },
  /** On the wall beside the big number. */
  handsUp: { one: "hand up", other: "hands up" },
  /** Beside the hand, in the room of its count: it must fit a phone of 320 px in two lines. */
  queued: "Sends when online",
  /** As short: what the server has not answered for a second. */
  sending: "On its way",
  /** As short: a tap before the page's scripts have arrived. */
  early: "Sends once loaded",
  /** On a page without hands, of those that are still on this phone. */
  unsent: {
    one: "# hand of yours is still on this phone. It goes as soon as there is a network.",
    other: "# hands of yours are still on this phone. They go as soon as there is a network.",
  },
  /** Where no script runs: a hand is a tap that is kept and sent. */
  noScript:
    "Putting a hand up needs JavaScript, and so does reading what is not listed. Pitching and hosting work without it.",
  afterFirst: "Counts show while a hand of yours is up.",
  afterClosed: "Counts show once hands are closed, to everybody at once.",
  refused: "That wasn’t saved.",
  stranger: {
    title: "Reading along?",
    body: "Hands and stars are for people at the camp. If you have a place, come in with your badge, or open the page we mailed you on this phone once.",
    badge: "Come in with your badge",
  },
  /** Where a camp gives everybody so many hands at once. */
  dots: {
    each: { one: "Everybody has # hand here.", other: "Everybody has # hands here." },
    left: { one: "You have # left.", other: "You have # left." },
    none: "None left: take one down first.",
    spent: "All of your hands are up. Take one of them down first, then raise this one.",
  },
  /** Said once to whoever has a hand up for it. */
  regrouped: {
    one: (title: string, root: string) =>
      `“${title}” is part of “${root}” now. A hand for either is one for both.`,
    apart: (title: string, root: string) =>
      `“${title}” and “${root}” are two pitches again, each with the hands that were raised for it.`,
    dismiss: "OK",
  },
  mine: {
    title: "Your hands",
    none: "None up yet. Put one up for everything you’d come to.",
    count: { one: "# hand up", other: "# hands up" },
    /** Of a pitch that became one with another. */
    part: (title: string) => `“${title}” is part of it now: a hand for either is one for both.`,
  },
};
