/** What is said about the connection, and in place of what is not for everybody. */
export const live = {
  unlisted: "A session for those in the room",
  state: {
    live: "Live",
    connecting: "Connecting…",
    offline: "Offline: showing what we last heard",
  },
  faults: {
    notNow: {
      what: "Something on our side didn’t work.",
      next: "Wait a moment. What you did is kept and sent again.",
    },
  },
};
