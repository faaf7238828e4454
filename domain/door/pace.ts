/** How fast people come in. */

/** Over so many minutes it is counted: shorter jumps about, longer is the past. */
export const PACE_MINUTES = 15;

/**
 * How many an hour at this pace, and in how many minutes those still expected are in; null while nobody comes.
 * @param lately how many came in within the last PACE_MINUTES
 * @param expected how many come in all
 */
export function paceOf(
  lately: number,
  here: number,
  expected: number,
): { anHour: number; left: number | null } {
  const anHour = (lately * 60) / PACE_MINUTES;
  const missing = Math.max(0, expected - here);
  return { anHour, left: anHour === 0 ? null : Math.ceil((missing * 60) / anHour) };
}

/** Of a past camp it is kept how many came in by each so many minutes after the doors. */
export const ARRIVALS_MINUTES = 15;

/**
 * What part of those who came was in so many minutes after the doors; null where nobody came, and before the first quarter of an
 * hour is over.
 */
export function shareIn(arrivals: readonly number[], minutes: number): number | null {
  const all = arrivals.reduce((sum, people) => sum + people, 0);
  const over = Math.floor(minutes / ARRIVALS_MINUTES);
  if (all === 0 || over < 1) return null;
  return arrivals.slice(0, over).reduce((sum, people) => sum + people, 0) / all;
}
