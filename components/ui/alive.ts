import { useSyncExternalStore } from "react";

/**
 * False as the server drew the page and until hydration. What needs a script is disabled until then, so that no tap is
 * lost.
 */
export function useAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
