/** Pauses grow from `first` to `most`, both in whole milliseconds. */
export type Backoff = { first: number; most: number };

/**
 * How long to wait before trying again: exponential, with half of it drawn, so that many who lost the same thing do
 * not come back at once (Brooker, "Exponential Backoff and Jitter", AWS 2015, "equal jitter").
 *
 * @param failures how often it went wrong in a row, from 0
 * @param draw from 0 to 1
 * @returns whole milliseconds, between half of the full pause and all of it
 */
export function pauseAfter(failures: number, draw: number, { first, most }: Backoff): number {
  const full = Math.min(most, first * 2 ** Math.min(failures, 30));
  return Math.round(full / 2 + (full / 2) * draw);
}
