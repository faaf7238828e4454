/** One sentence from the desk to every phone and the wall. */

/** @property at when it was said, ISO 8601 */
export type Announcement = { id: string; text: string; at: string };

/** How long the wall shows one, in milliseconds: until whoever came late for it has read it too. */
const WALL_MS = 15 * 60_000;

/** How many of those that were said last a camp shows. */
export const ANNOUNCEMENTS_SHOWN = 20;

/** How many may be said on one day of a camp, unless its organisers choose another number. */
export const ANNOUNCEMENTS_A_DAY = 6;

/** The one that the wall shows: the last that was said, for a while. @param now milliseconds since 1970 */
export function onTheWall(announcements: readonly Announcement[], now: number): Announcement | null {
  const [last] = announcements;
  return last && now - Date.parse(last.at) < WALL_MS ? last : null;
}

/**
 * Those that a phone has not put away, the oldest first, so that they are read in their order.
 * @param announcements the newest first
 * @param seen when the newest was said that was put away, ISO 8601; empty for none
 */
export function unread(announcements: readonly Announcement[], seen: string): Announcement[] {
  return announcements.filter(({ at }) => at > seen).reverse();
}
