/** Camps by the name in their address, remembered for a moment: a roomful of phones asks for the same one. */
import type { Database } from "#db/connection.ts";
import { findEvent } from "#db/event.ts";
import type { EventView } from "#domain/event.ts";

const REMEMBERED_MS = 3_000;

/**
 * Makes the reader. It answers null for an address that is no camp's, and remembers only camps that strangers
 * may see: the moment a draft opens its tickets, its doors know.
 */
export function campsOf(db: Database): (slug: string) => Promise<EventView | null> {
  const known = new Map<string, { camp: Promise<EventView | null>; until: number }>();
  return (slug) => {
    const kept = known.get(slug);
    if (kept && kept.until > performance.now()) return kept.camp;
    const camp = findEvent(db, slug);
    known.set(slug, { camp, until: performance.now() + REMEMBERED_MS });
    const forget = () => known.delete(slug);
    camp.then((found) => {
      if (!found || found.phase === "draft") forget();
    }, forget);
    return camp;
  };
}
