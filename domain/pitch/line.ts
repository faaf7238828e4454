/** The line to pitch as screens show it: who is at the front, since when, and who is called next. */
import { type Phase, permits } from "#domain/event.ts";
import type { PitchView } from "#domain/pitch.ts";

/** How long a pitch has at the front, in seconds; nobody is cut off. */
export const PITCH_SECONDS = 30;

/** The line as screens get it, by the ids of pitches. */
export type LineView = {
  /** Who is at the front, and since when, ISO 8601; `id` is null to whoever may read nothing of that pitch. */
  front: { id: string | null; since: string } | null;
  /** Those never said, in the order in which they are called. */
  waiting: readonly string[];
  /** The how-manieth of its owner's each of those is, in the same order; left out where all are the first. */
  rounds?: readonly number[];
  /** Of those, who was called and was not there. */
  away: readonly string[];
  /** How long a pitch takes, in milliseconds. */
  pace: number;
  /** Who called or moved somebody last, ISO 8601; null to everybody but the crew. */
  last: { by: string; at: string } | null;
};

/** The line with what its pitches say. */
export type LineToPitch = {
  /** Null while nobody is at the front, and to strangers while one is said that is not listed. */
  current: PitchView | null;
  /** Since when somebody is at the front, ISO 8601; null while nobody is. */
  since: string | null;
  waiting: readonly PitchView[];
  said: number;
  total: number;
};

/** @param pitches as everybody sees them; one that is part of another is none of its own */
export function lineToPitch(pitches: readonly PitchView[], { front, waiting }: LineView): LineToPitch {
  const known = new Map(pitches.map((pitch) => [pitch.id, pitch]));
  const waits = waiting.flatMap((id) => known.get(id) ?? []);
  return {
    current: (front?.id && known.get(front.id)) || null,
    since: front?.since ?? null,
    waiting: waits,
    said: pitches.length - waits.length,
    total: pitches.length,
  };
}

/** Whether anybody is called: while pitches are heard, or where somebody is at the front all the same. */
export const isRun = (phase: Phase, { front }: Pick<LineView, "front">): boolean =>
  permits(phase, "hearPitches") || (permits(phase, "call") && front !== null);

/**
 * Of each who still waits, the how-manieth of their owner's it is: whoever was not there when called keeps nobody from
 * a further round.
 */
export const roundsWaiting = ({ waiting, away, rounds }: Pick<LineView, "waiting" | "away" | "rounds">) =>
  waiting.flatMap((id, index) => (away.includes(id) ? [] : (rounds?.[index] ?? 1)));

/** Whole seconds that are left at the front; 0 once the time is over. @param since ISO 8601 @param now milliseconds */
export function secondsLeft(since: string, now: number): number {
  const left = Math.ceil(PITCH_SECONDS - (now - Date.parse(since)) / 1000);
  return Math.max(0, Math.min(left, PITCH_SECONDS));
}

/** Where somebody stands in the line; `place` is 1 for whoever is called next. */
export type PlaceInLine =
  | { id: string; at: "front" | "called" | "next" }
  | { id: string; at: "behind"; place: number };

/**
 * Where the nearest of somebody's pitches stands: at the front, called while they were not there, next, or so far back.
 * Null where none of theirs is in the line.
 *
 * @param own ids of the pitches they host
 */
export function placeInLine({ front, waiting, away }: LineView, own: readonly string[]): PlaceInLine | null {
  if (front?.id && own.includes(front.id)) return { id: front.id, at: "front" };
  const called = waiting.find((id) => own.includes(id) && away.includes(id));
  if (called) return { id: called, at: "called" };
  const place = waiting.findIndex((id) => own.includes(id)) + 1;
  if (place === 0) return null;
  const id = waiting[place - 1]!;
  return place === 1 ? { id, at: "next" } : { id, at: "behind", place };
}
