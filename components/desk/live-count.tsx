"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { number } from "#messages/format.ts";
import { readerLocale } from "#messages/words.ts";

/** Everybody in the camp or its line, pitches, or sessions placed on the grid. */
export type Counted = "people" | "pitches" | "placed";

export function LiveCount({ of }: { of: Counted }) {
  const { people, pitches, placements } = useSnapshot();
  const counts: Record<Counted, number> = {
    people: people ? people.confirmed + people.offered + people.waiting : 0,
    pitches: pitches.length,
    placed: placements?.length ?? 0,
  };
  return <>{number(counts[of], readerLocale())}</>;
}
