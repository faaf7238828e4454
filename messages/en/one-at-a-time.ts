/** Pitches one at a time, on a phone. */
export const oneAtATime = {
  back: "All pitches",
  at: (place: string, all: string) => `${place} of ${all}`,
  next: "Next pitch",
  previous: "Previous",
  closed: "Hands are closed. They stay as they are.",
  end: {
    title: "You have seen them all",
    up: { one: "You have # hand up.", other: "You have # hands up." },
    none: "You have no hand up yet.",
    change: "You can change your mind until hands are closed.",
    again: "From the first again",
  },
};
