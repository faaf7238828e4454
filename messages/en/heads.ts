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
  saving: "Saving",
  counted: (heads: string, time: string) => `${heads} counted at ${time}`,
  expected: (heads: string) => `${heads} were expected, nobody has counted`,
  unknown: "Nobody has counted",
  wrong: "Type a whole number of people, 0 or more",
  repair: "Find it a larger room",
  lost: {
    what: "No answer came back, so we can’t say whether that was counted.",
    next: "Look at the number again once you are online.",
  },
  toMe: "Back to Me",
  toDesk: "Back to the desk",
  link: "Count heads in your session",
};
