/** Words of reporting a pitch that does not belong, and of hiding one. */
export const pitchReport = {
  title: "Does this not belong here?",
  lede: "Say so when a pitch insults somebody, sells something or is none. Campmakers read what you say and decide.",
  unnamed: "Nobody is told that it was you: neither whoever pitched it nor the campmakers.",
  urgent: "If it can’t wait, tell any campmaker now.",
  reason: "What’s wrong with it?",
  reasonHint: "A few words are enough.",
  reasonMissing: "Say in a few words what’s wrong with it",
  send: "Report it",
  sending: "Reporting it",
  back: "Back to the pitches",
  done: {
    title: "You reported it",
    body: "Campmakers see it now and decide. If it belongs, it stays; if not, it goes from every screen.",
  },
  noPlace: {
    title: "Reporting is for people who are at the camp",
    body: "If you have a place, open the page we mailed you on this phone. Or tell any campmaker.",
  },
  closed: {
    title: "Pitches can’t be reported now",
    body: "It is too early or too late for it. Tell the organisers: their address is in any mail of theirs.",
  },

  /** At the desk. */
  desk: {
    title: "Reported and hidden pitches",
    back: "Back to the pitches",
    some: { one: "# pitch was reported", other: "# pitches were reported" },
    look: "Look at them",
    reported: "Reported",
    none: "Nothing is reported that you have not decided about.",
    people: {
      one: "# person says that it does not belong here:",
      other: "# people say that it does not belong here:",
    },
    unnamed: "Who they are is told to nobody, so that nobody is afraid to say it.",
    keep: "It stays",
    keepAbout: (title: string) => `“${title}” stays`,
    keeping: "Noting it",
    hide: "Hide it",
    hideAbout: (title: string) => `Hide “${title}”`,
    hides: [
      "It goes at once from every list, from the line to pitch, the wall and the grid, also from the one that is published.",
      "Whoever pitched it reads on their phone that you hid it, and why. It cannot be brought back from there.",
      "Hands that are up for it stay with it. So you can show it again, and nothing is lost but its cell on the draft grid.",
    ],
    reason: "Why, for whoever pitched it",
    reasonMissing: "Say why: whoever pitched it reads it",
    sure: "Hide it from everybody",
    hiding: "Hiding it",
    done: {
      hide: {
        title: "It is hidden",
        next: "Whoever pitched it reads your reason. It is below, where you can show it again.",
      },
      keep: { title: "It stays", next: "What was said of it is off this page, and nobody is told." },
      show: {
        title: "Everybody sees it again",
        next: "Its hands are back, and so is its place on a grid that is published. Put it on the draft grid again.",
      },
    },
    hidden: "Hidden",
    nothingHidden: "Nothing is hidden.",
    because: (reason: string) => `Why: “${reason}”`,
    show: "Show it again",
    showAbout: (title: string) => `Show it again: “${title}”`,
    showing: "Showing it again",
  },
};
