"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { number } from "#messages/format.ts";
import { readerLocale } from "#messages/words.ts";

/** What a line of the side list counts: everybody in the camp or its line, pitches, cards still to place. */
export type Counted = "people" | "pitches" | "placed";

/** A count beside a line of the side list, as it is now. */
export function LiveCount({ of }: { of: Counted }) {
  const { people, pitches, draft } = useSnapshot();
  const counts: Record<Counted, number> = {
    people: people ? people.confirmed + people.offered + people.waiting : 0,
    pitches: pitches.length,
    placed: draft?.placements.length ?? 0,
  };
  return <>{number(counts[of], readerLocale())}</>;
}
