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

/**
 * Whether more may be inside than the legal number, because of those who come along to support somebody: they take no place,
 * and nobody is refused for them. `expected` where so many may well come, `if_all_come` where only everybody would be
 * too many; null where all fit, or nobody comes along.
 */
export function crowding(
  { places, companions, high }: { places: number; companions: number; high: number },
  { insideLimit }: Pick<Inside, "insideLimit">,
): "expected" | "if_all_come" | null {
  if (insideLimit === null || companions === 0) return null;
  if (high > insideLimit) return "expected";
  return places + companions > insideLimit ? "if_all_come" : null;
}
