import type { Database } from "#db/connection.ts";
import { findEvent } from "#db/event.ts";
import { isLoss } from "#db/loss.ts";
import { type EventView, permits } from "#domain/event.ts";
import type { Known } from "#live/known.ts";

const REMEMBERED_MS = 3_000;

/** Camps remembered for as long as the database is away. */
const MOST = 200;

/**
 * Finds camps by slug, remembered for a moment; while the database is away it answers what it knew last. Null for a
 * slug that is no camp's. Drafts are not remembered, so that opening the tickets shows at once.
 */
export function campsOf(db: Database): (slug: string) => Known<EventView | null> {
  const known = new Map<string, { camp: Known<EventView | null>; until: number }>();
  const last = new Map<string, EventView>();
  return (slug) => {
    const kept = known.get(slug);
    if (kept && kept.until > performance.now()) return kept.camp;
    const camp = findEvent(db, slug).then(
      (found) => {
        last.delete(slug);
        if (found && permits(found.phase, "visit")) last.set(slug, found);
        if (last.size > MOST) last.delete(last.keys().next().value!);
        return found;
      },
      (fault) => {
        const known = last.get(slug);
        if (known && isLoss(fault)) return known;
        throw fault;
      },
    );
    const entry = { camp: camp as Known<EventView | null>, until: performance.now() + REMEMBERED_MS };
    known.set(slug, entry);
    const forget = () => known.delete(slug);
    camp.then((found) => {
      entry.camp = found;
      if (!found || !permits(found.phase, "visit")) forget();
    }, forget);
    return camp;
  };
}
