"use client";

import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { LiveProvider, useConnection, useLive, useSnapshot } from "#components/live/provider.tsx";
import type { Snapshot } from "#domain/live.ts";
import { timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { WallCamp } from "./camp.tsx";
import type { Join } from "./join.tsx";
import type { WallView } from "./view.ts";

const words = wordsOf("wall");

type LiveWallProps = {
  first: Snapshot;
  served: string;
  join: Join;
  view: WallView;
};

export function LiveWall({ first, ...wall }: LiveWallProps) {
  return (
    <LiveProvider screen="wall" first={first}>
      <Camp {...wall} />
    </LiveProvider>
  );
}

/** Its clock ticks by the second, for the ring of a pitch. */
function Camp({ served, join, view }: Omit<LiveWallProps, "first">) {
  const snapshot = useSnapshot();
  const live = useLive();
  const offline = useConnection() === "offline";
  const now = useNow(served, 1_000);
  const place = placeOf(snapshot.event);
  const heard = Math.max(Date.parse(served), live.heardAt);
  const lost = offline ? words.lost(timeAway(new Date(heard), now, place)) : null;
  return <WallCamp {...{ snapshot, now, place, join, view, lost }} />;
}
