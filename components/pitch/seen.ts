/**
 * Which pitches were seen on this phone, kept there alone for whoever saw them: another owner's record is deleted.
 * Without storage (private windows) it lasts as long as the page.
 */
import { useEffect } from "react";
import { MOST } from "#domain/limits.ts";

const keyOf = (slug: string) => `wallchart seen ${slug}`;

/** The registration that this phone holds: null for none, undefined until it is known. */
export type Owner = string | null | undefined;

type Kept = { owner: string | null; ids: string[] };

/** What this document saw, also where nothing is stored; under no owner what was seen before it was known whose it is. */
const here = new Map<string, Set<string>>();

function hereFor(slug: string, owner: Owner): Set<string> {
  const key = `${slug} ${owner}`;
  const ids = here.get(key) ?? new Set();
  here.set(key, ids);
  return ids;
}

/** The ids of the pitches that were seen. */
export function readSeen(slug: string, owner: Owner): Set<string> {
  const unnamed = hereFor(slug, undefined);
  if (owner === undefined) return new Set(unnamed);
  return new Set([...keptFor(slug, owner), ...hereFor(slug, owner), ...unnamed]);
}

/** Adds to them. The oldest are forgotten once there are too many. */
export function keepSeen(slug: string, owner: Owner, ids: Iterable<string>): void {
  const known = hereFor(slug, owner);
  for (const id of ids) known.add(id);
  if (owner === undefined) return;
  try {
    const kept: Kept = { owner, ids: [...readSeen(slug, owner)].slice(-MOST.seenPitches) };
    localStorage.setItem(keyOf(slug), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage must not stop anybody from reading.
  }
}

function keptFor(slug: string, owner: string | null): string[] {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(keyOf(slug)) ?? "null");
    if (kept?.owner === owner) return kept.ids;
    localStorage.removeItem(keyOf(slug));
  } catch {
    // As though none had been seen.
  }
  return [];
}

const SEED = "wallchart order";
let seed: string | null = null;

/** Whose order this phone goes through pitches in: its owner's, and of nobody's phone its own. */
export function seedOf(owner: Owner): string {
  if (owner) return owner;
  try {
    seed ??= localStorage.getItem(SEED);
  } catch {
    // It has one as long as the page is open.
  }
  seed ??= crypto.getRandomValues(new Uint32Array(2)).join(" ");
  try {
    localStorage.setItem(SEED, seed);
  } catch {
    // The same.
  }
  return seed;
}

/** How long a title must be in sight to have been seen, in milliseconds: what a thumb flings past was not. */
const LOOK_MS = 1_000;

/**
 * Keeps which of these were in sight long enough to be read, by their titles: a card may be taller than the screen.
 *
 * @param ids of pitches whose titles are on the page as `title-` and the id
 */
export function useSeen(slug: string, owner: Owner, ids: string): void {
  useEffect(() => {
    // Whoever holds the phone now has seen nothing of what another did.
    readSeen(slug, owner);
    const looked = new Map<string, ReturnType<typeof setTimeout>>();
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = target.id.slice("title-".length);
        clearTimeout(looked.get(id));
        if (isIntersecting)
          looked.set(
            id,
            setTimeout(() => keepSeen(slug, owner, [id]), LOOK_MS),
          );
      }
    });
    for (const id of ids.split(" ")) {
      const title = document.getElementById(`title-${id}`);
      if (title) watch.observe(title);
    }
    return () => {
      watch.disconnect();
      for (const look of looked.values()) clearTimeout(look);
    };
  }, [slug, owner, ids]);
}
