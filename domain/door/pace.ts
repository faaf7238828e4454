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
