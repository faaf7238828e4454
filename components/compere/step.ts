/** One step of whoever runs the line to pitch, before and after it was sent. */
import type { Unsent } from "#components/pitch/safe.ts";

export type Step = "next" | "hold" | "away" | "call" | "undo" | "move" | "back";

/** What was done: to which pitch, and who was called by it. */
export type Done = {
  step: Step;
  pitch: string | null;
  called: string | null;
  /** Of a call out of turn: who was at the front before, and where the one that was called comes from. */
  back?: { pitch: string | null; was: string };
};

export type StepState = {
  /** What was done last; null before, and where nothing was done. */
  did: Done | null;
  refusal: { what: string; next: string } | null;
  unsent: Unsent | null;
};

export const NO_STEP: StepState = { did: null, refusal: null, unsent: null };

/** Takes a form with `step`, whom the sender saw at the `front`, and where it is about another its `pitch`, and `before`. */
export type TakeStep = (state: StepState, form: FormData) => Promise<StepState>;

/** Nothing of it arrived. */
export const notSent = (_: StepState, __: FormData, unsent: Unsent): StepState => ({ ...NO_STEP, unsent });
