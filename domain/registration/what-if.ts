/** Who would get the next places under other pools, before anything is changed. */
import { type Pools, roomIn } from "#domain/pool.ts";
import { type Counts, freePlaces, type InLine, nextInLine } from "#domain/registration/places.ts";
import type { Places } from "#domain/release.ts";

type Line = { line: readonly InLine[]; places: Places; counts: Counts };

/** Ids in the order of the line. */
export type WhatIf = {
  /** Who would be offered a place that is free already. */
  offered: string[];
  /** Who would get the next places by the pools of now, and by the others. */
  before: string[];
  after: string[];
};

/**
 * @param counts with groups by whatever either of the pools goes by
 * @param next how many places are looked at; those that are not free yet are taken as if they came free
 */
export function whatIf(
  { line, places, counts }: Line,
  { before, after, next }: { before: Pools | null; after: Pools | null; next: number },
): WhatIf {
  const free = freePlaces(places, counts);
  const more = Math.max(0, next - free);
  const { capacity, open, planned } = places;
  const widened = { capacity: capacity + more, open: open + more, planned: planned + more };
  const chosen = (pools: Pools | null, of: Places, howMany: number) =>
    nextInLine(line, howMany, roomIn(pools, of, counts.groups ?? []));
  return {
    offered: chosen(after, places, free),
    before: chosen(before, widened, Math.max(next, free)),
    after: chosen(after, widened, Math.max(next, free)),
  };
}
