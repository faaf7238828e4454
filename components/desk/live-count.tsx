"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { countPlaced } from "#domain/draft.ts";
import { takenPlaces } from "#domain/registration/places.ts";
import { number } from "#messages/counts.ts";
import { readerLocale } from "#messages/words.ts";

/** Everybody in the camp, its line or its draw, pitches, or sessions placed on the grid. */
export type Counted = "people" | "pitches" | "placed";

export function LiveCount({ of }: { of: Counted }) {
  const { people, pitches, placements } = useSnapshot();
  const counts: Record<Counted, number> = {
    people: people ? takenPlaces(people) + people.waiting + people.entered : 0,
    pitches: pitches.length,
    placed: countPlaced(placements ?? []),
  };
  return <>{number(counts[of], readerLocale())}</>;
}
