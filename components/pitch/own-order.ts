import { useEffect, useState } from "react";
import { ownOrder } from "#domain/pitch/own-order.ts";
import { rowsOf } from "#domain/pitch/still.ts";
import type { PitchView } from "#domain/pitch.ts";
import { keepSeen, type Owner, readSeen, seedOf } from "./seen.ts";

/** Which pitch is shown: by its id, so that one that comes or goes takes nobody elsewhere. */
export function useOwnOrder(slug: string, pitches: readonly PitchView[], owner: Owner) {
  const [seed] = useState(() => seedOf(owner));
  const ids = pitches.map(({ id }) => id);
  const [walk, setWalk] = useState(() => {
    const order = ownOrder(ids, seed);
    const seen = readSeen(slug, owner);
    const first = order.find((id) => !seen.has(id));
    const pitch = pitches.find(({ id }) => id === first) ?? null;
    return { order, pitch };
  });
  // What is gone stays where it is as long as it is looked at.
  const order = ownOrder(walk.pitch ? [...ids, walk.pitch.id] : ids, seed, walk.order);
  const place = walk.pitch ? order.indexOf(walk.pitch.id) : order.length;
  const at = walk.pitch?.id;
  useEffect(() => {
    if (at !== undefined) keepSeen(slug, owner, [at]);
  }, [slug, owner, at]);
  const [shown] = walk.pitch
    ? rowsOf({ rows: [walk.pitch], known: new Set(), unlisted: false }, pitches)
    : [];
  const go = (to: number) => setWalk({ order, pitch: pitches.find(({ id }) => id === order[to]) ?? null });
  // They come last.
  const fresh = order.filter((id) => !walk.order.includes(id)).length;
  return { shown, place, order, fresh, go };
}
