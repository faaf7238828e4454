/** The wall: one projector for the whole room. Few words, each readable from the back. */
export const wall = {
  pitching: (said: string, total: string) => `Pitching · ${said} of ${total}`,
  join: "Put your hand up on your phone:",
  joinClosed: "Hands are closed. Pitch on your phone:",
  follow: "On your phone:",
  scan: "Point your camera at the square, or type",
  upNext: "Next to pitch",
  nobody: "Anybody. Bring yours on your phone or just stand up.",
  readOut: "Read out for a camper",
  /** In the ring, once the half minute is over; and in full, read aloud. */
  /** To strangers, who read nothing else of it. */
  unlisted: "A pitch is being said that is not listed",
  /** After the names for which there is room, and after what is part of a pitch. */
  moreNamed: { one: "# more", other: "# more" },
  moreParts: { one: "and # pitch more", other: "and # pitches more" },
  lineOpen: "The line to pitch is open",
  /** Nobody is at the front, after the first was. */
  between: "Who is next?",
  firstPitch: "A question is enough. You don’t need slides and you don’t need to be an expert.",
  noGrid: { title: "The grid isn’t out yet", body: "It appears here the moment it is published." },
  making: {
    title: "The grid is being made",
    body: "Your hands size the rooms. They are still open.",
    closed: "Your hands size the rooms.",
  },
  on: "On now",
  slot: (number: number, range: string) => `Slot ${number} · ${range}`,
  next: (time: string) => `Next · ${time}`,
  /** Beside "Next · 11am", while nothing is on. */
  first: "Nothing is on just now",
  more: { one: "and # more", other: "and # more" },
  breakUntil: (time: string) => `Until ${time}`,
  breakName: "Break",
  empty: "Nothing in this slot",
  doors: "Doors are open",
  doorsNext: "Say hello to somebody you don’t know. Pitching starts soon.",
  goesOn: (time: string) => `It goes on at ${time}`,
  goesOnBy: "Thank you for today. Sleep on it, and bring what you dreamt of.",
  goesOnToday: "Welcome back. Bring what you dreamt of.",
  before: (day: string) => `See you on ${day}`,
  today: "It’s today",
  gone: (day: string) => `This camp was on ${day}`,
  after: { title: "Thank you", body: "You made this camp. Take somebody’s number home with you." },
  archived: "Been and gone. The grid is still at the same address.",
  qr: (address: string) => `Square code that opens ${address}`,
};
