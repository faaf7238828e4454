"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { wentBy } from "#domain/event.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { PeopleNumbers } from "./head.tsx";

type LiveNumbersProps = {
  /** As the server drew them. */
  first: PeopleCounts;
  /** How many found the line full, as the page was read last. */
  turnedAway: number;
  /** Whether the camp is over by the calendar; by its phase the screen knows it itself. */
  over: boolean;
};

export function LiveNumbers({ first, turnedAway, over }: LiveNumbersProps) {
  const { people, event } = useSnapshot();
  return (
    <PeopleNumbers
      counts={people ?? first}
      capacity={event.capacity}
      turnedAway={turnedAway}
      over={over || wentBy(event.phase)}
    />
  );
}
