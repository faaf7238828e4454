/** What this phone keeps of a camp, so that a reload without a network shows what was last seen. */
import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { Snapshot } from "#domain/live.ts";
import type { Ballot } from "#domain/voting.ts";

/** `served` is when the server rendered the page that the ballot is newer than, ISO 8601. */
export type Kept = {
  snapshot: Snapshot;
  ballot: Ballot | null;
  served: string;
  /** The registration that this phone held; null while it held none. */
  owner: string | null;
};

let opened: UseStore | undefined;

function store(): UseStore {
  opened ??= createStore("wallchart", "camps");
  return opened;
}

/**
 * Null also where the browser stores nothing. What was kept for another registration is deleted: the phone was handed
 * on.
 */
export async function readKept(slug: string, owner: string | null): Promise<Kept | null> {
  const kept = await get<Kept>(slug, store()).catch(() => undefined);
  if (!kept || kept.owner === owner) return kept ?? null;
  await del(slug, store()).catch(() => undefined);
  return null;
}

/** A browser that stores nothing is no fault. */
export async function keep(slug: string, kept: Kept): Promise<void> {
  await set(slug, kept, store()).catch(() => undefined);
}

/**
 * What a page should show: of the counts and the grid the higher version; of the ballot what was kept if this page has
 * been shown before, and the page's own if it is new.
 */
export function newer(page: Kept, kept: Kept | null): Kept {
  if (!kept) return page;
  const seenBefore = page.served <= kept.served;
  return {
    snapshot: kept.snapshot.v > page.snapshot.v ? kept.snapshot : page.snapshot,
    ballot: seenBefore && page.ballot ? (kept.ballot ?? page.ballot) : page.ballot,
    served: seenBefore ? kept.served : page.served,
    owner: page.owner,
  };
}
