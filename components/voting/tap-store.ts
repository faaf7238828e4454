/** The outbox's shelf in IndexedDB. A browser that keeps nothing gets one in memory, and loses it with the page. */
import { createStore, promisifyRequest, set, type UseStore, values } from "idb-keyval";
import { type Tap, type TapClock, type TapStore, tapKey } from "./outbox.ts";

/** The shelf of this browser, opened at first use. */
export function tapStore(): TapStore {
  let opened: Promise<TapStore> | undefined;
  const shelf = () => {
    opened ??= open();
    return opened;
  };
  return {
    all: async () => (await shelf()).all(),
    put: async (tap) => (await shelf()).put(tap),
    remove: async (tap) => (await shelf()).remove(tap),
  };
}

/** Private windows of some browsers have a database that cannot be opened: the first read tells. */
async function open(): Promise<TapStore> {
  try {
    const store = createStore("wallchart-outbox", "taps");
    await values(store);
    return inDatabase(store);
  } catch {
    return inMemory();
  }
}

function inDatabase(store: UseStore): TapStore {
  return {
    all: () => values<Tap>(store),
    put: (tap) => set(tapKey(tap), tap, store),
    // Compared and removed in one transaction: between two, another tab may put a newer tap there.
    remove: (tap) =>
      store("readwrite", (taps) => {
        const found: IDBRequest<Tap | undefined> = taps.get(tapKey(tap));
        found.onsuccess = () => {
          if (found.result?.castAt === tap.castAt) taps.delete(tapKey(tap));
        };
        return promisifyRequest(taps.transaction);
      }),
  };
}

/** A shelf that lasts as long as the page; the tests use it too. */
export function inMemory(): TapStore {
  const taps = new Map<string, Tap>();
  return {
    all: async () => [...taps.values()],
    put: async (tap) => void taps.set(tapKey(tap), tap),
    remove: async (tap) => {
      if (taps.get(tapKey(tap))?.castAt === tap.castAt) taps.delete(tapKey(tap));
    },
  };
}

const LATEST = "wallchart tapped";
const AHEAD = "wallchart clock";

/** The phone's tap clock. Without storage (private windows) it lasts as long as the page. */
export function tapClock(): TapClock {
  const latest = keptNumber(LATEST);
  const ahead = keptNumber(AHEAD);
  return {
    read: () => Math.max(0, latest.read()),
    keep: latest.keep,
    ahead: ahead.read,
    learn: (error) => {
      ahead.keep(error);
      latest.keep(0);
    },
  };
}

/** A number of this browser, 0 at first. */
function keptNumber(key: string) {
  let known = 0;
  return {
    read: () => {
      try {
        return Number(localStorage.getItem(key) ?? known) || 0;
      } catch {
        return known;
      }
    },
    keep: (value: number) => {
      known = value;
      try {
        localStorage.setItem(key, String(value));
      } catch {
        // A full or forbidden storage must not stop anybody from tapping.
      }
    },
  };
}
