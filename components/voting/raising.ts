import type { HandState } from "#components/ui/hand.tsx";
import type { Dots } from "#domain/voting.ts";

/** What a list of pitches needs to know about hands. */
export type Raising = {
  up: (pitchId: string) => boolean;
  state: (pitchId: string) => HandState;
  /** Null where this viewer may not know. */
  count: (pitchId: string) => number | null;
  /** How many hands each person has at once; null for as many as they like. */
  dots: Dots;
  /** How many of the reader's are left; null for as many as they like, and until it is known whose phone it is. */
  left: number | null;
  /** Null while hands are closed. */
  raise: ((pitchId: string, up: boolean) => void) | null;
};

/** Whether a pitch's hand is drawn the same by both. */
export const drawsTheSame = (one: Raising, other: Raising, pitchId: string): boolean =>
  one === other ||
  (one.raise === other.raise &&
    (["up", "state", "count"] as const).every((what) => one[what](pitchId) === other[what](pitchId)));
