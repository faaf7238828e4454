/**
 * A bound for camps in which the best column cannot be found for certain: that there is none much better than those
 * known is soon shown, and the less better it may be the longer that takes.
 */
import type { Valuer } from "#domain/agenda/columns.ts";
import type { Family } from "#domain/agenda/families.ts";
import type { Pieces } from "#domain/agenda/pieces.ts";
import { type Found, price } from "#domain/agenda/pricing.ts";

/** Parts of what lies between the weighted bound and the best known column: each takes about as long as all before. */
const PARTS = [0.7, 0.5, 0.3, 0.15, 0.07, 0.03, 0.01];

/** A family with what its search needs, in fine points. */
export type Searched = {
  readonly family: Family;
  readonly prices: Float64Array;
  readonly weight: Float64Array;
  /** What no column of the family exceeds. */
  readonly roof: number;
};

/**
 * Lowers what a column can profit, step by step, until it is told to stop or there is little left to gain.
 *
 * @param tops by kind: fine points of the best known column
 * @param told by kind, a profit that no column exceeds, each time lower; true when that is enough
 * @returns the columns met that were better than any known by more than the step allowed
 */
export function lower(
  cut: Pieces,
  families: readonly Searched[],
  value: Valuer,
  tops: Float64Array,
  goOn: () => boolean,
  told: (profits: Float64Array) => boolean,
): Found[] {
  const better: Found[] = [];
  for (const part of PARTS) {
    const floors = tops.slice();
    for (const { family, prices, weight, roof } of families) {
      const known = Math.max(...family.kinds.map((kind) => tops[kind]!));
      // Of a kind without a known column nothing is claimed but what holds for all.
      for (const kind of family.kinds)
        floors[kind] = Number.isFinite(tops[kind]!) ? Math.ceil(tops[kind]! + (roof - known) * part) : roof;
      const done = price(cut, family, prices, weight, value, {
        floors,
        goOn,
        found(column) {
          better.push(column);
          floors[column.kind] = column.profit;
        },
      });
      if (!done) return better;
    }
    if (told(floors)) return better;
  }
  return better;
}
