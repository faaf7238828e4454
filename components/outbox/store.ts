/** The outbox's store in IndexedDB. A browser that stores nothing gets one in memory, and loses it with the page. */
import { createStore, promisifyRequest, type UseStore, values } from "idb-keyval";
import type { Entry, EntryStore } from "./entry.ts";
import type { OutboxClock } from "./outbox.ts";

const placeOf = ({ owner, key }: Entry) => `${owner} ${key}`;

/** Opened at first use. @param adopt makes an entry of what an older page left unsent; null leaves it */
export function entryStore(adopt: (left: unknown) => Entry | null): EntryStore {
  let opened: Promise<EntryStore> | undefined;
  const shelf = () => {
    opened ??= open(adopt);
    return opened;
  };
  return {
    all: async () => (await shelf()).all(),
    put: async (entry) => (await shelf()).put(entry),
    remove: async (entry) => (await shelf()).remove(entry),
  };
}

/** Private windows of some browsers have a database that cannot be opened: the first read shows it. */
async function open(adopt: (left: unknown) => Entry | null): Promise<EntryStore> {
  try {
    const store = createStore("wallchart-sending", "entries");
    await values(store);
    await adoptOld(createStore("wallchart-outbox", "taps"), store, adopt).catch(() => undefined);
    return inDatabase(store);
  } catch {
    return inMemory();
  }
}

/** Writes there first and removes from here second: what is interrupted in between is moved again. */
async function adoptOld(
  old: UseStore,
  store: UseStore,
  adopt: (left: unknown) => Entry | null,
): Promise<void> {
  const left = await old("readonly", (there) =>
    Promise.all([promisifyRequest(there.getAllKeys()), promisifyRequest(there.getAll())]),
  );
  const [keys, entries] = left;
  for (const [index, value] of entries.entries()) {
    const entry = adopt(value);
    if (!entry) continue;
    await replaceOlder(store, entry);
    await old("readwrite", (there) => {
      there.delete(keys[index]!);
      return promisifyRequest(there.transaction);
    });
  }
}

function replaceOlder(store: UseStore, entry: Entry): Promise<void> {
  return store("readwrite", (entries) => {
    const found: IDBRequest<Entry | undefined> = entries.get(placeOf(entry));
    found.onsuccess = () => {
      if (!found.result || found.result.castAt < entry.castAt) entries.put(entry, placeOf(entry));
    };
    return promisifyRequest(entries.transaction);
  });
}

function inDatabase(store: UseStore): EntryStore {
  return {
    all: () => values<Entry>(store),
    put: (entry) =>
      store("readwrite", (entries) => {
        entries.put(entry, placeOf(entry));
        return promisifyRequest(entries.transaction);
      }),
    // Compared and removed in one transaction: between two, another tab may put a newer entry there.
    remove: (entry) =>
      store("readwrite", (entries) => {
        const found: IDBRequest<Entry | undefined> = entries.get(placeOf(entry));
        found.onsuccess = () => {
          if (found.result?.castAt === entry.castAt) entries.delete(placeOf(entry));
        };
        return promisifyRequest(entries.transaction);
      }),
  };
}

/** A store that lasts as long as the page; the tests use it too. */
export function inMemory(): EntryStore {
  const entries = new Map<string, Entry>();
  return {
    all: async () => [...entries.values()],
    put: async (entry) => void entries.set(placeOf(entry), entry),
    remove: async (entry) => {
      if (entries.get(placeOf(entry))?.castAt === entry.castAt) entries.delete(placeOf(entry));
    },
  };
}

const LATEST = "wallchart tapped";
const AHEAD = "wallchart clock";

/** Without storage (private windows) it lasts as long as the page. */
export function outboxClock(): OutboxClock {
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

/** 0 at first. */
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
        // A full or forbidden storage must not stop anybody from sending.
      }
    },
  };
}
