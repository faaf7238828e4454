/**
 * The legal number: most people who may be inside at once. Nobody passes it; it can only be corrected. More places than that
 * may be given out where organisers say so and why, because of those who have one some do not come.
 */

/** `insideLimit` is null where a camp has no such number; `overbookTo` where no more places than that are given out. */
export type Inside = { insideLimit: number | null; overbookTo: number | null };

/** How many places may be given out; null for no limit but the camp's own. */
export function mostPlaces({ insideLimit, overbookTo }: Inside): number | null {
  return insideLimit === null ? null : Math.max(insideLimit, overbookTo ?? 0);
}

/** Whether so many places may be given out. */
export function mayGiveOut(places: number, inside: Inside): boolean {
  const most = mostPlaces(inside);
  return most === null || places <= most;
}

/** How many more may come in. @param inside who was checked in and has not left */
export function roomInside(inside: number, { insideLimit }: Pick<Inside, "insideLimit">): number {
  return insideLimit === null ? Number.POSITIVE_INFINITY : Math.max(0, insideLimit - inside);
}
