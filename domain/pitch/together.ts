/** Hosts who ask each other to make one of their pitches, and what their own page says of it. */

import { allLike } from "#domain/likeness.ts";
import { partOf } from "#domain/pitch/merging.ts";
import type { HostedPitch, MergedPitch, PitchView } from "#domain/pitch.ts";
import { stands } from "#domain/pitch.ts";

/** From the hosts of one pitch to those of another. */
export type Asked = { from: string; to: string; declined: boolean };

/** The last that was done to a pitch: it became one with `title`, or was taken apart from it. `at` is ISO 8601. */
export type MergeNews = { apart: boolean; byCrew: boolean; at: string; reason: string; title: string };

/** `asks_me` wants an answer; `alike` may be asked; the others tell how it stands. */
export type Pairing = { kind: "asks_me" | "asked" | "declined" | "alike"; other: MergedPitch };

/** More would bury the pitch itself. */
const ALIKE_SHOWN = 2;

/**
 * What a host reads under a pitch of theirs: who asks them, whom they asked, and which sound alike and were not asked.
 *
 * @param pitches all that stand, in the order they came
 */
export function pairingsOf(
  mine: HostedPitch,
  pitches: readonly PitchView[],
  asked: readonly Asked[],
): Pairing[] {
  if (!stands(mine)) return [];
  const known = new Map(pitches.map((pitch) => [pitch.id, pitch]));
  const about = asked.flatMap(({ from, to, declined }): Pairing[] => {
    const other = known.get(from === mine.id ? to : from);
    if (!other || (from !== mine.id && to !== mine.id)) return [];
    // Whoever said no needs not be told.
    if (from !== mine.id) return declined ? [] : [{ kind: "asks_me", other: partOf(other) }];
    return [{ kind: declined ? "declined" : "asked", other: partOf(other) }];
  });
  // Who was told no and is asked now has that to answer alone.
  const asksMe = new Set(about.filter(({ kind }) => kind === "asks_me").map(({ other }) => other.id));
  const open = about.filter(({ kind, other }) => kind === "asks_me" || !asksMe.has(other.id));
  const settled = new Set([mine.id, ...about.map(({ other }) => other.id)]);
  const alike = allLike(
    pitches.filter(({ id }) => !settled.has(id)),
    mine.title,
  ).slice(0, ALIKE_SHOWN);
  return [...open, ...alike.map((other): Pairing => ({ kind: "alike", other: partOf(other) }))];
}
