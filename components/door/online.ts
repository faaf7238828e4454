import { useSyncExternalStore } from "react";

/** Whether the browser has a network at all, known at once; whether the server answers is known only by asking. */
export function useHasNetwork(): boolean {
  return useSyncExternalStore(
    follow,
    () => navigator.onLine,
    () => true,
  );
}

function follow(changed: () => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  window.addEventListener("online", changed, { signal });
  window.addEventListener("offline", changed, { signal });
  return () => stopped.abort();
}
