"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { PeopleNumbers } from "./head.tsx";

/** @param first as the server drew them @param turnedAway how many found the line full, as the page was read last */
export function LiveNumbers({ first, turnedAway }: { first: PeopleCounts; turnedAway: number }) {
  const { people, event } = useSnapshot();
  return <PeopleNumbers counts={people ?? first} capacity={event.capacity} turnedAway={turnedAway} />;
}
