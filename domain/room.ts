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
 * The letter of the nth room: A to Z, then AA, AB and on.
 *
 * @param position 0 for the first room
 */
export function roomLetter(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : roomLetter(Math.floor(position / 26) - 1) + last;
}
