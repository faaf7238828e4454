/** Looking through the pitches on a phone: what is found, what is not seen yet, one at a time. */
import type { Shown } from "#domain/pitch/filter.ts";

export const pitchList = {
  find: "Find a pitch",
  /** The button without a script. */
  go: "Find",
  show: "Show",
  shown: { all: "All", unseen: "Not seen yet", mine: "Mine" } satisfies Record<Shown, string>,
  count: { one: "# pitch", other: "# pitches" },
  /** "3 of 43 pitches". */
  found: (found: string, all: string) => `${found} of ${all}`,
  none: {
    find: (words: string) => ({
      title: `No pitch here says “${words}”`,
      body: "Try one word of it, or the name of whoever pitched it.",
    }),
    unseen: { title: "You have seen them all", body: "A new pitch will be here as soon as there is one." },
    mine: { title: "None is yours yet", body: "Here are those you pitch, and those you’d come to." },
    clear: "Show them all",
  },
  /** Without its title: the organisers may have hidden it for what it says. */
  gone: "A pitch that was here is gone.",
  partOf: (title: string, root: string) => `“${title}” is part of “${root}” now.`,
  one: {
    open: "One at a time",
    failed: "That part of the page didn’t load. The list is all here; try again once you’re online.",
  },
  /** In the place of the way to pitch, for whoever has pitched already. */
  wait: {
    yours: "Your pitch",
    next: "You’re next",
    before: { one: "# before you", other: "# before you" },
    about: { one: "about # min", other: "about # min" },
    both: (before: string, about: string) => `${before}, ${about}`,
  },
};
