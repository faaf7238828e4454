import type { HandState } from "#components/ui/hand.tsx";

/** What a list of pitches needs to know about hands. Who may not raise any gets `raise: null`. */
export type Raising = {
  up: (pitchId: string) => boolean;
  state: (pitchId: string) => HandState;
  /** Null where this viewer may not know. */
  count: (pitchId: string) => number | null;
  raise: ((pitchId: string, up: boolean) => void) | null;
};
