import type { HandState } from "#components/ui/hand.tsx";

/** What a list of pitches needs to know about hands. */
export type Raising = {
  up: (pitchId: string) => boolean;
  state: (pitchId: string) => HandState;
  /** Null where this viewer may not know. */
  count: (pitchId: string) => number | null;
  /** Null while hands are closed. */
  raise: ((pitchId: string, up: boolean) => void) | null;
};
