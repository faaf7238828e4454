/** Words that belong to no noun: the product's name, the frame of every page, and what went wrong. */
export const common = {
  product: "Wallchart",
  description:
    "An unconference has no agenda until the people who came make one. This is where they make it.",
  skip: "Skip to the content",
  close: "Close",
  connection: {
    live: "Live",
    connecting: "Connecting",
    offline: "Saved · offline",
  },
  /** Of a press that did not arrive. */
  unsent: {
    offline: { what: "It didn’t send.", next: "There is no connection at the moment: press again in a bit." },
    fault: { what: "It didn’t go through.", next: "Something broke on our side: press again in a bit." },
  },
  tabs: {
    label: "The camp",
    now: "Now",
    pitches: "Pitches",
    grid: "Grid",
    me: "Me",
    failed: "That part of the page didn’t load. Try again once you’re online.",
  },
  /** Where a page was asked for that is not kept on the phone. */
  needsNetwork: "That page needs the network, and there is none just now. This is what your phone has kept.",
  seen: "OK",
  errorSummary: "There is a problem",
  sending: "Sending",
  pages: {
    label: "Pages",
    back: "Page before",
    next: "Next page",
    at: (page: string) => `Page ${page}`,
  },
  overtaken:
    "What you typed is still here, and nothing of it is saved. Look at it as it is now, and do there what of yours still fits.",
  theirs: "See it as it is now (opens beside this page)",
  unsaved: {
    restored: "What you typed here before you left is back. It is not saved yet.",
    partly:
      "What you typed here before you left is back, except in rows that were added to the table. None of it is saved yet: add those again before you save.",
    discard: "Throw it away",
    overtaken:
      "What you typed here before was not saved, and somebody has changed this part since. Below is what it is now.",
    leave: {
      title: "What you typed is not saved",
      body: "If you leave now, this tab keeps it until you come back to this page.",
      stay: "Stay here",
      go: "Leave the page",
    },
  },
  notFound: {
    title: "This page is not here",
    why: "The address may be old or mistyped, or the page belongs to somebody else. You may also have been signed out in the meantime.",
    next: "Go to the front page",
  },
  unreadable: {
    title: "We could not read that",
    why: "What arrived is not what a form of this site sends, so nothing was changed. Open the page again and send its form from there.",
  },
  broken: {
    title: "Something broke on our side",
    why: "It is not your phone. What you saved before is safe; the last thing you did may not have arrived.",
    next: "Try again",
    home: "Go to the front page",
    reference: (digest: string) => `If you tell us about it, say ${digest}: it finds the line in our log.`,
  },
};
