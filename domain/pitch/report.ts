/** Pitches of which somebody says that they do not belong, as the crew reads it: how many say so and why, never who. */
import { MOST } from "#domain/limits.ts";
import type { PitchView } from "#domain/pitch.ts";

export type ReportedPitch = {
  pitch: PitchView;
  people: number;
  /** The first that were given, at most MOST.reportReasons. */
  reasons: readonly string[];
};

/** A pitch as nobody but its hosts and the crew reads it. */
export type HiddenPitch = {
  id: string;
  title: string;
  line: string;
  hosts: readonly string[];
  reason: string;
};

/**
 * Reports by pitch: what more people say first, then what was said first. One about a pitch that does not stand any more
 * is about nothing.
 *
 * @param reports open ones, in the order in which they came
 */
export function reportedOf(
  pitches: readonly PitchView[],
  reports: readonly { pitchId: string; reason: string }[],
): ReportedPitch[] {
  const known = new Map(pitches.map((pitch) => [pitch.id, pitch]));
  const reasons = new Map<string, string[]>();
  for (const { pitchId, reason } of reports)
    if (known.has(pitchId)) reasons.set(pitchId, [...(reasons.get(pitchId) ?? []), reason]);
  return [...reasons]
    .map(([id, said]) => ({
      pitch: known.get(id)!,
      people: said.length,
      reasons: said.slice(0, MOST.reportReasons),
    }))
    .sort((a, b) => b.people - a.people);
}
