import type { Act } from "#components/pitch/act.tsx";
import type { Me } from "#domain/viewer.ts";

/** Who holds this phone, as far as a camp's tabs need to know. */
export type You = {
  /** Undefined until it is known: the page is the same for everybody until then. */
  me: Me | undefined;
  /** Makes whoever sends it a co-host, and refuses whoever has no place. Takes a form with the pitch's id in `pitch`. */
  standWith: Act;
  /** Called once somebody stands beside a host. */
  onStood: () => void;
};
