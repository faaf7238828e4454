import type { Entry } from "./entry.ts";
import { Outbox } from "./outbox.ts";
import { send } from "./send.ts";
import { entryStore, outboxClock } from "./store.ts";

/**
 * @param owner who holds this phone; null where nobody may send anything
 * @param adopt makes an entry of what an older page left unsent; null leaves it
 * @param onSaved gets the present state of what an entry wanted
 */
export function openOutbox(
  owner: string | null,
  adopt: (left: unknown) => Entry | null,
  onSaved: (entry: Entry, now: Readonly<Record<string, boolean>>) => Promise<void>,
): Outbox {
  return new Outbox({
    owner,
    store: entryStore(adopt),
    clock: outboxClock(),
    send,
    alone: (work) => navigator.locks?.request("wallchart-outbox", work) ?? work(),
    now: Date.now,
    random: Math.random,
    onSaved,
  });
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
