import { useSyncExternalStore } from "react";

/**
 * Whether the page answers: false as the server drew it and until the browser has the page in hand. What only a
 * script can do says so until then, so that no tap is lost in silence.
 */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
