import type { Groups } from "#domain/pitch/merging.ts";

const keyOf = (slug: string) => `wallchart groups ${slug}`;

const isGroups = (kept: unknown): kept is Groups =>
  Array.isArray(kept) &&
  kept.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((id) => typeof id === "string"),
  );

/** Which pitches were parts of which when this phone showed a camp last; null where it never did, or keeps nothing. */
export function readGroups(slug: string): Groups | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(slug)) ?? "null");
    return isGroups(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** @param groups as JSON. Without storage (private windows) it is told of what changes while the page is open. */
export function keepGroups(slug: string, groups: string): void {
  try {
    localStorage.setItem(keyOf(slug), groups);
  } catch {
    // As above.
  }
}
