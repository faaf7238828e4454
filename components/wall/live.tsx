"use client";

import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import type { Snapshot } from "#domain/live.ts";
import { WallCamp } from "./camp.tsx";
import type { Join } from "./join.tsx";

/** The wall, kept live. Its clock ticks by the second for the ring of a pitch. */
export function LiveWall({ first, served, join }: { first: Snapshot; served: string; join: Join }) {
  const now = useNow(served, 1_000);
  const snapshot = first;
  return <WallCamp snapshot={snapshot} now={now} place={placeOf(snapshot.event)} join={join} />;
}
