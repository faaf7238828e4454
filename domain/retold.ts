/** What the grid that is out shows otherwise than its hosts say it by now. */
import type { GridView } from "#domain/grid.ts";
import { PITCH_FIELDS, type PitchView } from "#domain/pitch.ts";

/** A session that a published grid shows in other words than its hosts say by now. */
export type Retold = { id: string; from: string; to: string };

/**
 * What of these pitches a published grid shows as they were when it was published: titles, other words, who hosts, what
 * was merged. How a pitch is said at the front is no part of a grid.
 */
export function retoldSince(grid: GridView | null, pitches: readonly PitchView[]): Retold[] {
  const said = new Map(pitches.map((pitch) => [pitch.id, pitch]));
  return (grid?.sessions ?? []).flatMap((was) => {
    const is = said.get(was.id);
    // A part by its fields in one order: a stored one has them in another.
    const shown = (pitch: PitchView) => [
      ...[...PITCH_FIELDS.filter((field) => field !== "voice"), "hosts" as const].map(
        (field) => pitch[field],
      ),
      (pitch.merged ?? []).map(({ id, title, line, hosts }) => [id, title, line, hosts]),
    ];
    const same = !is || JSON.stringify(shown(was)) === JSON.stringify(shown(is));
    return same ? [] : [{ id: was.id, from: was.title, to: is.title }];
  });
}

/** How a pitch that was just changed is shown: everywhere as it is, or on the published grid only later. */
export type ShownAs = "now" | "later" | "hidden_until_then";

/** `hidden_until_then`: it was published for people at the camp alone, and stays hidden from others. */
export function shownAs(grid: GridView | null, pitch: PitchView): ShownAs {
  if (retoldSince(grid, [pitch]).length === 0) return "now";
  const closed = grid?.sessions.some(({ id, noteLevel }) => id === pitch.id && noteLevel === "unlisted");
  return closed && pitch.noteLevel !== "unlisted" ? "hidden_until_then" : "later";
}
