/** Counting heads at the door of a room. */
export const heads = {
  title: "Count heads",
  lede: "Look in at the door, and tap or type how many are in there. Phones and the wall then say where there is space.",
  hostLede: "How many are in your session? Phones and the wall then say whether there is space.",
  none: {
    title: "Nothing to count now",
    crew: "Rooms are listed here from ten minutes before a session until it ends.",
    host: "Your session is listed here from ten minutes before it begins until it ends.",
  },
  label: (title: string, room: string) => `Heads in ${room}: ${title}`,
  more: (room: string) => `One more in ${room}`,
  fewer: (room: string) => `One fewer in ${room}`,
  save: "Save",
  /** It is saved, and comes back with its time in a moment. */
  taken: (heads: string) => `${heads}. Saved.`,
  /** Of a count that is under way, and of one that waits on this phone for a network. */
  sending: (heads: string) => `${heads}. Saving it now.`,
  queued: (heads: string) =>
    `${heads}, on this phone alone so far. It is sent by itself once you are online.`,
  counted: (heads: string, time: string) => `${heads} counted at ${time}`,
  expected: (heads: string) => `${heads} were expected, nobody has counted`,
  unknown: "Nobody has counted",
  nobody: "Only whoever runs the day counts here, and hosts in their own session.",
  wrong: "Type a whole number of people, 0 or more",
  repair: "Find it a larger room",
  toMe: "Back to Me",
  toDesk: "Back to the desk",
  link: "Count heads in your session",
};
