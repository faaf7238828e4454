/** What this phone keeps of a camp, so that a reload without a network shows what was last seen. */
import { createStore, del, get, set, type UseStore } from "idb-keyval";
import type { Snapshot } from "#domain/live.ts";
import type { Me } from "#domain/viewer.ts";

/** What a wall keeps is another thing than what a phone does: a laptop may be both. */
export const wallKey = (slug: string): string => `wall ${slug}`;

/** The camp as its owner may see it, and what was theirs. */
export type Kept = {
  snapshot: Snapshot;
  me: Me;
  /** When it was so, in milliseconds since 1970; left out where nobody says it. */
  at?: number;
};

let opened: UseStore | undefined;

function store(): UseStore {
  opened ??= createStore("wallchart", "camps");
  return opened;
}

/** Null also where the browser stores nothing, and for what an older page kept. */
export async function readKept(slug: string): Promise<Kept | null> {
  const kept = await get<Partial<Kept>>(slug, store()).catch(() => undefined);
  if (!kept?.me || !kept.snapshot) return null;
  return { snapshot: kept.snapshot, me: kept.me, ...(kept.at && { at: kept.at }) };
}

/** A browser that stores nothing is no fault. */
export async function keep(slug: string, kept: Kept): Promise<void> {
  await set(slug, kept, store()).catch(() => undefined);
}

export async function forgetKept(slug: string): Promise<void> {
  await del(slug, store()).catch(() => undefined);
}

/** Forgets what is another's, once this phone acts for somebody. @param owner the registration it holds now */
export async function forgetOthers(slug: string, owner: string): Promise<void> {
  const kept = await readKept(slug);
  if (kept && kept.me.owner !== owner) await forgetKept(slug);
}

/**
 * Whether what was kept may be shown to whoever holds the phone now: it was handed on where somebody else held it.
 */
export function isTheirs(kept: Kept, me: Me): boolean {
  return kept.me.owner === me.owner;
}
