/** Rooms. Each keeps its letter. */

export const FEATURES = ["step_free", "screen", "loop", "quiet"] as const;
export type Feature = (typeof FEATURES)[number];

export type RoomView = {
  id: string;
  letter: string;
  name: string;
  capacity: number;
  features: Feature[];
  /** How to get there, in the camp’s own words; left out where nobody said. */
  directions?: string | undefined;
  /**
   * A place whose number of seats nobody knows, such as the canal side: it is never too small, and comes last. Left out of
   * every other room.
   */
  unofficial?: true;
};

/** The same, where it says nothing left out. */
export const withDirections = (directions: string | undefined) => (directions ? { directions } : {});

/** Whether it is known how many seats a room has. */
export const hasSeats = ({ unofficial }: Pick<RoomView, "unofficial">): boolean => !unofficial;

/** The needs a room does not meet. A need is met by the feature of its name. */
export function unmetNeeds<N extends string>(needs: readonly N[], features: readonly string[]): N[] {
  return needs.filter((need) => !features.includes(need));
}

/** People without a seat, in whatever unit both numbers are. */
export function beyondSeats(heads: number, seats: number): number {
  return Math.max(0, heads - seats);
}

/**
 * The letters of new rooms. No letter is given twice, also after its room is gone: a printed door sign stays true.
 *
 * @param made how many rooms the camp has ever had
 * @param count how many are new
 */
export function newLetters(made: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => roomLetter(made + index));
}

/** The letter of the nth room, from 0: A to Z, then AA, AB and on. */
export function roomLetter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : roomLetter(Math.floor(position / 26) - 1) + last;
}

/** How many letters were given at least, by those that are there. */
export function lettersMade(letters: readonly string[]): number {
  const numbers = letters.map((letter) =>
    [...letter].reduce((n, sign) => n * 26 + sign.charCodeAt(0) - 64, 0),
  );
  return Math.max(0, ...numbers);
}
