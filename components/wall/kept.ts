/** What a wall keeps of a camp, for when it is switched on again without a network. */
import type { Kept } from "#components/live/kept.ts";
import { cutFor } from "#domain/live/audience.ts";
import type { Snapshot } from "#domain/live.ts";
import { STRANGER } from "#domain/viewer.ts";

/**
 * As strangers see it, for whoever opens that browser next: a wall that somebody of the camp put up knows more.
 *
 * @param at when it was so, in milliseconds since 1970
 * @param unlisted the words for a title that strangers may not read
 */
export function keptWall(snapshot: Snapshot, at: number, unlisted: string): Kept {
  const { event, pitches } = snapshot;
  return { snapshot: cutFor(snapshot, "public", { event, pitches, unlisted }), me: STRANGER, at };
}
