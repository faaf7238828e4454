/** The pitches one hosts, on the Me tab. */
import type { Became } from "#domain/pitch.ts";

export const myPitches = {
  title: "Your pitches",
  none: "You haven’t pitched yet. Most people who do are glad they did.",
  became: {
    waiting: "In the line",
    said: "Said at the front",
    standing: "You stand beside its host",
    merged: "One with another",
    placed: "On the grid",
    left_off: "Not on the grid",
    never_placed: "It did not get a place",
    withdrawn: "Withdrawn",
    withdrawn_shown: "Withdrawn",
  } satisfies Record<Became, string>,
  /** What one can do about it. */
  next: {
    left_off:
      "The grid is out, and there is no place for it so far. Ask a campmaker: a cell may still be free, and lunch is a good time too.",
    withdrawn_shown: "The published grid shows it until the organisers publish again.",
    never_placed: "There was no cell left for it. You can bring it again at the next camp.",
  } satisfies Partial<Record<Became, string>> as Partial<Record<Became, string>>,
  /** Where there may be more. */
  lastWithdrawn: (shown: number) =>
    `Of the pitches you withdrew, the last ${shown} are here. An older one can be brought back by a campmaker.`,
  /** Once only the crew can change what it says. */
  askTheCrew: "To change what it says now, ask a campmaker: they can do it at the desk.",
  change: "Change it",
  withdraw: "Withdraw it",
  withdrawing: "Withdrawing",
  restore: "Bring it back",
  restoring: "Bringing it back",
  stepBack: "Step back",
  steppingBack: "Stepping back",
};
