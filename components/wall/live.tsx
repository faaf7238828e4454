"use client";

import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { LiveProvider, useSnapshot } from "#components/live/provider.tsx";
import type { Snapshot } from "#domain/live.ts";
import { WallCamp } from "./camp.tsx";
import type { Join } from "./join.tsx";

type LiveWallProps = {
  first: Snapshot;
  served: string;
  join: Join;
};

export function LiveWall({ first, served, join }: LiveWallProps) {
  return (
    <LiveProvider screen="wall" first={first}>
      <Camp served={served} join={join} />
    </LiveProvider>
  );
}

/** Its clock ticks by the second, for the ring of a pitch. */
function Camp({ served, join }: Pick<LiveWallProps, "served" | "join">) {
  const snapshot = useSnapshot();
  const now = useNow(served, 1_000);
  return <WallCamp snapshot={snapshot} now={now} place={placeOf(snapshot.event)} join={join} />;
}
