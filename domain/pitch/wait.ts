/** How long somebody waits for their turn in the line to pitch. */
import { type LineView, PITCH_SECONDS } from "#domain/pitch/line.ts";
import type { PitchView } from "#domain/pitch.ts";

/**
 * How many come before, the one at the front not counted, and in about how many minutes it is their turn: null while
 * nobody is called, when that cannot be said.
 */
export type Wait = { before: number; minutes: number | null };

/** Of so many pitches the pace is taken, and a break between two of them tells nothing. */
const LAST = 9;
const LONGEST_MS = 180_000;

/**
 * How long a pitch takes here, in milliseconds: as the last ones did, and never less than each is promised.
 * @param called when each was called to the front, in milliseconds, in any order
 */
export function paceOf(called: readonly number[]): number {
  const said = [...called].sort(ascending);
  const took = said
    .slice(1)
    .map((at, index) => at - said[index]!)
    .slice(-LAST)
    .sort(ascending);
  const usual = took[Math.floor(took.length / 2)] ?? 0;
  return Math.min(Math.max(usual, PITCH_SECONDS * 1000), LONGEST_MS);
}

const ascending = (a: number, b: number) => a - b;

/**
 * The wait of a pitch in the line; null for one that was said, or is not here.
 *
 * @param underWay whether pitches are being said
 */
export function waitOf({ front, waiting, pace }: LineView, pitchId: string, underWay: boolean): Wait | null {
  const before = waiting.indexOf(pitchId);
  if (before < 0) return null;
  // Whoever is at the front has yet to finish.
  const first = front ? before + 1 : before;
  return { before, minutes: underWay ? Math.round((first * pace) / 60_000) : null };
}

/** The line with the reader's own first. @param own ids of pitches they host */
export function ownFirst(waiting: readonly PitchView[], own: readonly string[]): PitchView[] {
  const mine = waiting.filter(({ id }) => own.includes(id));
  return [...mine, ...waiting.filter(({ id }) => !own.includes(id))];
}
