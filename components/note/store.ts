/** What was typed and could not be sent, in IndexedDB. */
import { createStore, delMany, setMany, type UseStore, values } from "idb-keyval";
import type { Unsent, UnsentStore } from "./sync.ts";

/** What nobody came back for is deleted after so long, as of the outbox. */
const ABANDONED_MS = 30 * 24 * 3_600_000;

/** Opened at first use. A browser that has no database for it fails each time. */
export function unsentStore(now: () => number): UnsentStore {
  let opened: UseStore | undefined;
  const store = () => {
    opened ??= createStore("wallchart-notes", "unsent");
    return opened;
  };
  return {
    all: async (of) => {
      const all = await values<Unsent>(store());
      const left = all.filter(({ at }) => at < now() - ABANDONED_MS).map(({ id }) => id);
      if (left.length > 0) await delMany(left, store());
      return all.filter((unsent) => unsent.of === of && !left.includes(unsent.id));
    },
    put: async (unsent) => setMany([[unsent.id, unsent]], store()),
    remove: async (ids) => (ids.length > 0 ? delMany([...ids], store()) : undefined),
  };
}
