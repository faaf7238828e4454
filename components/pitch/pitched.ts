import type { PitchView } from "#domain/pitch.ts";

/** A pitch that stands, as whoever writes another one needs it. */
export type Pitched = Pick<PitchView, "id" | "title"> & {
  /** Null where this reader may not know. */
  hands: number | null;
  /** Asks for somebody to stand beside its host. */
  company: boolean;
};
