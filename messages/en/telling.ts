/** What somebody is told of sessions that changed, on their phone and by push. */
export const telling = {
  /** For a screen reader, before the words. */
  from: "The grid has changed.",
  added: (title: string, where: string) => `${title} is on: ${where}.`,
  moved: (title: string, where: string) => `${title} has moved to ${where}.`,
  /** It stays where it is, and ends at another time. */
  ends: (title: string, times: string) => `${title} has another end: ${times}.`,
  taken_off: (title: string) => `${title} is off.`,
  where: (room: string, at: string) => `${room}, ${at}`,
  more: { one: "# more has changed.", other: "# more have changed." },
  grid: "See the grid",
  dismiss: "Got it",
};
