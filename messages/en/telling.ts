/** What somebody is told of sessions that changed, on their phone and by push. */
export const telling = {
  /** For a screen reader, before the words. */
  from: "About the grid:",
  added: (title: string, where: string) => `“${title}” is on: ${where}.`,
  moved: (title: string, where: string) => `“${title}” has moved to ${where}.`,
  /** It stays where it is, and ends at another time. */
  ends: (title: string, times: string) => `“${title}” has another end: ${times}.`,
  taken_off: (title: string) => `“${title}” is off.`,
  where: (room: string, at: string) => `${room}, ${at}`,
  more: { one: "# more has changed.", other: "# more have changed." },
  /** What became of what they asked of the grid. */
  answered: {
    yes: {
      move: (title: string) =>
        `Yes: “${title}” is to be moved. You hear where to once the next version is out.`,
      again: (title: string) => `Yes: “${title}” is to run again. The next version says when.`,
      apart: (title: string, other: string) =>
        `Yes: “${title}” and “${other}” are not to be at the same time.`,
    },
    no: {
      move: (title: string) => `“${title}” stays where it is.`,
      again: (title: string) => `“${title}” does not run again.`,
      apart: (title: string, other: string) => `“${title}” and “${other}” stay at the same time.`,
    },
    done: {
      move: (title: string) => `${title} has been moved, as you asked.`,
      again: (title: string) => `${title} runs again, as you asked.`,
      apart: (title: string, other: string) =>
        `${title} and ${other} are not at the same time any more, as you asked.`,
    },
    off: {
      move: (title: string) => `${title} is off, so it can’t be moved.`,
      again: (title: string) => `${title} is off, so it does not run again.`,
      apart: (title: string, other: string) =>
        `You asked for ${title} and ${other} at different times. One of them is off.`,
    },
    because: (words: string) => `The crew says: “${words}”`,
  },
  grid: "See the grid",
  dismiss: "Got it",
};
