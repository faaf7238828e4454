/** A slot's number from 1 to 6 (a seventh slot starts again), or a break. */
export type Hour = 1 | 2 | 3 | 4 | 5 | 6 | "pause";

/** @param position counted from 1 in the order of the day */
export function hourOf(position: number): Hour {
  return (((((position - 1) % 6) + 6) % 6) + 1) as Hour;
}
