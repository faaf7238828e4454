/** What is said while the database does not answer, or its disk is full. */
export const away = {
  title: "The camp’s data is out of reach for a moment",
  why: "The server is here, and its database does not answer. What was saved is safe.",
  reading: "This page tries again by itself every few seconds.",
  sending: "What you just sent has not been taken. Go back, wait a moment, and send it again.",
  plain: "Read the camp as it was last known",
  live: {
    what: "The camp’s database does not answer at the moment.",
    next: "Wait a moment. What you did is kept on your phone and sent again.",
  },
  full: {
    title: "Nothing can be changed at the moment",
    what: "The disk of the camp’s server is full, so nothing can be changed at the moment. Everything can be read.",
    next: "Tell the organisers. Once there is room on the disk again it goes on by itself; then send it again.",
  },
  /** On a page that was kept. */
  since: (time: string) =>
    `The database has not answered since ${time}: this is what was known then, and it may have changed.`,
};
