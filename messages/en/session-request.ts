/** What campers ask of the grid that is out: on their phone, and at the desk. */
export const sessionRequest = {
  title: "Ask for a change",
  lede: "Ask the campmakers to change something about this session. They see how many ask the same, and decide.",
  where: (room: string, at: string) => `${room}, ${at}`,
  unnamed: "Only the campmakers read your name and your words. Everybody else sees how many ask.",
  /** What others ask already. */
  open: "What is asked already",
  asked: {
    move: { one: "# person asks to have it moved.", other: "# people ask to have it moved." },
    again: { one: "# person asks to have it run again.", other: "# people ask to have it run again." },
    apart: {
      one: "# person asks not to have both at once:",
      other: "# people ask not to have both at once:",
    },
  },
  /** After how many ask that two are not at once. */
  beside: (other: string) => `it and ${other}.`,
  mine: "You are one of them.",
  back: "I ask that too",
  stop: "I don’t ask that any more",
  sending: "Telling them",
  ask: {
    title: "What do you ask?",
    kinds: {
      move: "Move it",
      again: "Run it again",
      apart: (other: string) => `Not at the same time as ${other}`,
    },
    hints: {
      move: "To another time or another room.",
      again: "So that more people can be there.",
      apart: "These two clash for me.",
    },
    reason: "Why?",
    reasonHint: "A few words are enough. The campmakers read them.",
    missing: "Choose what you ask",
    reasonMissing: "Say in a few words why it should be moved",
    reasonLong: "Say it in fewer words",
    send: "Ask it",
  },
  done: {
    asked: { title: "You asked it", body: "The campmakers see it now. You are told here what they say." },
    backed: { title: "You ask it too", body: "The campmakers see one more." },
    stopped: { title: "You don’t ask it any more", body: "The campmakers see one fewer." },
  },
  toGrid: "Back to the grid",
  noPlace: {
    title: "Asking is for people who are at the camp",
    body: "If you have a place, open the page we mailed you on this phone. Or tell any campmaker.",
  },
  closed: {
    title: "There is nothing to ask now",
    body: "Changes can be asked for while the grid is out and the sessions are not over.",
  },
  nothing: "This session is on or over, and nothing about it can be asked for any more.",
};
