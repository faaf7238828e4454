import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { Refused, sendDoor } from "#components/queries.ts";
import { uuidv7 } from "#domain/id.ts";
import { DoorPhone } from "./phone.ts";
import { type DoorState, FRESH } from "./phone-state.ts";
import { doorStore } from "./store.ts";

/** The phone of this page, kept up to date while it is looked at. @param door what it is called */
export function useDoor(slug: string, door: string): { phone: DoorPhone; state: DoorState } {
  const [phone] = useState(() => open(slug));
  useEffect(() => phone.callIt(door), [phone, door]);
  useEffect(() => keepAsking(phone), [phone]);
  const state = useSyncExternalStore(
    phone.subscribe,
    () => phone.state,
    () => FRESH,
  );
  return useMemo(() => ({ phone, state }), [phone, state]);
}

function open(slug: string): DoorPhone {
  return new DoorPhone({
    store: doorStore(slug),
    now: Date.now,
    newId: () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    send: (report) =>
      sendDoor(slug, report).catch((fault) => {
        if (!(fault instanceof Refused)) throw fault;
        const { what, next } = fault.said;
        return { code: fault.code, words: `${what} ${next}` };
      }),
  });
}

/** Now, whenever the network comes back or the page is shown, and every few seconds meanwhile. @returns how to stop */
function keepAsking(phone: DoorPhone): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") await phone.kick();
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(again, phone.pause);
  };
  void phone.open().then(again);
  window.addEventListener("online", again, { signal });
  document.addEventListener("visibilitychange", again, { signal });
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
