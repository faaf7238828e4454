/** The pitches one hosts, on the Me tab. */
export const myPitches = {
  title: "Your pitches",
  standing: "You stand beside its host",
  none: "You haven’t pitched yet. Most people who do are glad they did.",
  waiting: "In the line",
  said: "Said at the front",
  withdrawn: "Withdrawn",
  change: "Change it",
  withdraw: "Withdraw it",
  withdrawing: "Withdrawing",
  restore: "Bring it back",
  restoring: "Bringing it back",
  stepBack: "Step back",
  steppingBack: "Stepping back",
};
