import { useSyncExternalStore } from "react";
import { NOTHING, type Outbox } from "./outbox.ts";

/** What was tapped and is still to be saved, and whether the last try did not reach the server. */
export function useWaiting(outbox: Outbox): { waiting: Outbox["waiting"]; stuck: boolean } {
  const waiting = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.waiting,
    () => NOTHING,
  );
  const stuck = useSyncExternalStore(
    outbox.subscribe,
    () => outbox.stuck,
    () => false,
  );
  return { waiting, stuck };
}
