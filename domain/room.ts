/** Rooms: each wears a letter, on the phone, the grid, the wall and its door. */

export const FEATURES = ["step_free", "screen", "loop", "quiet"] as const;
export type Feature = (typeof FEATURES)[number];

export type RoomView = {
  id: string;
  letter: string;
  name: string;
  /** Seats. */
  capacity: number;
  features: Feature[];
};

/**
 * The needs a room does not meet. A need is met by the feature of its name.
 *
 * @param needs what a session cannot do without
 * @param features what the room has
 */
export function unmetNeeds<N extends string>(needs: readonly N[], features: readonly string[]): N[] {
  return needs.filter((need) => !features.includes(need));
}

/** People without a seat, in whatever unit both numbers are. None: the room fits. */
export function beyondSeats(heads: number, seats: number): number {
  return Math.max(0, heads - seats);
}

/** The first letters that no room of the camp ever wore: a door sign stays true. @param count how many */
export function freeLetters(worn: Iterable<string>, count: number): string[] {
  const taken = new Set(worn);
  const free: string[] = [];
  for (let position = 0; free.length < count; position += 1)
    if (!taken.has(roomLetter(position))) free.push(roomLetter(position));
  return free;
}

/**
 * The letter of the nth room: A to Z, then AA, AB and on.
 *
 * @param position 0 for the first room
 */
export function roomLetter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : roomLetter(Math.floor(position / 26) - 1) + last;
}
