import type { Entry } from "./entry.ts";
import { Outbox, type Refused } from "./outbox.ts";
import { send } from "./send.ts";
import { entryStore, outboxClock } from "./store.ts";

/**
 * @param owner who holds this phone; null where nobody may send anything, undefined until it is known
 * @param nobody what somebody is told who may send nothing
 * @param adopt makes an entry of what an older page left unsent; null leaves it
 * @param onSaved gets the present state of what an entry wanted
 */
export function openOutbox(
  owner: string | null | undefined,
  nobody: Refused,
  adopt: (left: unknown) => Entry | null,
  onSaved: (entry: Entry, now: Readonly<Record<string, boolean>>) => Promise<void>,
): Outbox {
  const around = {
    nobody,
    store: entryStore(adopt),
    clock: outboxClock(),
    send,
    alone: (work: () => Promise<void>) => navigator.locks?.request("wallchart-outbox", work) ?? work(),
    now: Date.now,
    random: Math.random,
    onSaved,
  };
  return new Outbox(around, owner);
}

/** Tries now, and whenever the network comes back or the page is shown. @returns how to stop */
export function keepTrying(outbox: Outbox): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const kick = () => void outbox.kick();
  window.addEventListener("online", kick, { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && kick(), {
    signal,
  });
  kick();
  return () => stopped.abort();
}
