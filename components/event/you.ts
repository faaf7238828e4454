import type { Act } from "#components/pitch/act.tsx";

/** Who holds this phone, as far as a camp's tabs need to know. */
export type You = {
  /** Has a place: may pitch and raise hands. */
  attendee: boolean;
  /** Ids of the pitches they brought, and of all they host. */
  own: readonly string[];
  hosting: readonly string[];
  /** Makes them a co-host; null where they may not. Takes a form with the pitch's id in `pitch`. */
  standWith: Act | null;
};
