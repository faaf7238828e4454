/** Which of the pitches a reader asks to see. */
import type { PitchView } from "#domain/pitch.ts";
import { finder, searchText } from "#domain/search.ts";

export const SHOWN = ["all", "unseen", "mine"] as const;
export type Shown = (typeof SHOWN)[number];

/** `find`: words that a pitch has anywhere, in any order. */
export type Wanted = { show: Shown; find: string };

export const EVERYTHING: Wanted = { show: "all", find: "" };

/** What is known of the reader, by the id of a pitch. `mine`: they host it, or have a hand up for it. */
export type Reader = { seen: (pitchId: string) => boolean; mine: (pitchId: string) => boolean };

const SHOWS: Readonly<Record<Shown, (pitchId: string, reader: Reader) => boolean>> = {
  all: () => true,
  unseen: (id, { seen }) => !seen(id),
  mine: (id, { mine }) => mine(id),
};

/** The pitches that are both shown and found, in the order given. */
export function wantedOf(pitches: readonly PitchView[], { show, find }: Wanted, reader: Reader): PitchView[] {
  const found = finder(find);
  const shown = pitches.filter(({ id }) => SHOWS[show](id, reader));
  return find.trim() ? shown.filter((pitch) => found(toFind(pitch))) : shown;
}

/** A title that is not listed is hidden before it comes here, and so found by nobody who may not read it. */
function toFind({ title, line, hosts, merged = [] }: PitchView): string {
  const parts = merged.flatMap((part) => [part.title, part.line, ...part.hosts]);
  return searchText([title, line, ...hosts, ...parts]);
}
