/** The plain page, for a slow line. */
export const plain = {
  title: (name: string) => `${name}: now`,
  choose: "Which camp?",
  none: "No camp is open to read at the moment.",
  asOf: (time: string) => `As of ${time}. Load the page again for what is on then.`,
  on: "On now",
  nothing: "Nothing is on at the moment.",
  next: (time: string) => `Next, at ${time}`,
  all: "The whole grid",
  ofDay: (day: string) => `The grid of ${day}`,
  noGrid: "The grid isn’t out yet.",
  neverGrid: "No grid was published.",
  pitches: "Pitches",
  noPitches: "Nobody has pitched yet.",
  neverPitched: "Nothing was pitched.",
  full: "The full site",
};
