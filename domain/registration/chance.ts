/** What past camps say of the chance of a turn in the line: counts of places, never a percentage. */

/** A camp that is over and had a line. */
export type PastCamp = {
  name: string;
  /** Its first day, `YYYY-MM-DD`. */
  day: string;
  /** Places that went to its line. */
  cameBack: number;
};

export type Chance = {
  last: PastCamp;
  /** How many past camps are counted, and the fewest places that came back at one of them. */
  camps: number;
  fewest: number;
  /** Whether the turn comes even if no more places come back than that. */
  reaches: boolean;
};

/**
 * @param past newest first
 * @param moved places that have gone to this line so far
 * @param position in the line, 1 is next
 * @returns null where there is no camp to go by
 */
export function chanceOf(past: readonly PastCamp[], moved: number, position: number): Chance | null {
  const [last] = past;
  if (!last) return null;
  const fewest = Math.min(...past.map(({ cameBack }) => cameBack));
  return { last, camps: past.length, fewest, reaches: fewest - moved >= position };
}
