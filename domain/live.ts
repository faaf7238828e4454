/**
 * What travels to every screen: state, never events. A message carries absolute values and a
 * version, so that loss, repetition and reordering are harmless.
 */

import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";

/** How many hands are up, by pitch. */
export type Hands = Readonly<Record<string, number>>;

/** Everything a screen shows of a camp, as of a version. */
export type Snapshot = {
  v: number;
  event: EventView;
  pitches: readonly PitchView[];
  /** Null where the camp keeps counts to its organisers. */
  hands: Hands | null;
  /** The published grid, or null before the first publication. */
  grid: GridView | null;
};

/** What changed up to a version: whole parts, except `hands`, which names only the counts that changed. */
export type Change = { v: number } & Partial<Omit<Snapshot, "v">>;

/** Who a stream serves: each gets its own serialisation. Desks and crew see counts always. */
export const AUDIENCES = ["public", "camper", "crew"] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * The snapshot after a message. An older message than what is known changes nothing.
 */
export function apply(known: Snapshot, change: Change): Snapshot {
  if (change.v <= known.v) return known;
  const { hands, ...parts } = change;
  const merged = { ...known, ...parts };
  if (hands === undefined) return merged;
  return { ...merged, hands: hands === null ? null : { ...known.hands, ...hands } };
}

/** Whether a message is a whole snapshot and can be shown with nothing known before it. */
export function isSnapshot(change: Change): change is Snapshot {
  return (
    change.event !== undefined &&
    change.pitches !== undefined &&
    change.hands !== undefined &&
    change.grid !== undefined
  );
}
