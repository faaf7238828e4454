/** How many come to sessions today, as rooms were counted, against how many were expected there. */
import type { HeadCount } from "#domain/heads.ts";
import type { Run } from "#domain/run.ts";

/** Rooms that were counted once their session had begun, the people in them, and how many were expected there. */
export type Turnout = { rooms: number; counted: number; expected: number };

/**
 * So many rooms as expected steady it. One session is off by a factor 1.5 as often as not, a logarithm's deviation of 0.6;
 * camps differ among each other by a quarter. The square of the one over the square of the other is 5.8.
 */
const STEADY = 6;
/** However full or empty a few rooms are, the rest of the day is not twice as full, nor half. */
const MOST = 2;

/** What all that is expected is multiplied by, from a half to two; 1 while no room was counted. */
export function levelOf({ rooms, counted, expected }: Turnout): number {
  if (rooms === 0 || expected === 0) return 1;
  const level = ((counted / expected) * rooms + STEADY) / (rooms + STEADY);
  return Math.max(1 / MOST, Math.min(MOST, level));
}

/**
 * What is expected at the other runs of a session of which some were counted: it goes half of the way. What draws more than
 * expected will again, and who was there does not come twice.
 */
export function followed(counted: number, expected: number): number {
  return expected === 0 ? 1 : Math.min(MOST, (counted + expected) / (2 * expected));
}

/** How many came to each run, by its key. A count from before it began is of people still coming in, and says nothing. */
export function cameTo(counts: readonly HeadCount[], runs: readonly Run[]): Map<string, number> {
  const begun = new Map(runs.map(({ key, startsAt }) => [key, Date.parse(startsAt)]));
  return new Map(
    counts
      .filter(({ key, at }) => Date.parse(at) >= (begun.get(key) ?? Number.POSITIVE_INFINITY))
      .map(({ key, heads }) => [key, heads]),
  );
}
