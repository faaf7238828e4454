"use client";

import { useEffect } from "react";
import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { keep, wallKey } from "#components/live/kept.ts";
import { LiveProvider, useConnection, useLive, useSnapshot } from "#components/live/provider.tsx";
import type { Snapshot } from "#domain/live.ts";
import { timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { WallCamp } from "./camp.tsx";
import type { Join } from "./join.tsx";
import { keptWall } from "./kept.ts";
import type { WallView } from "./view.ts";

const words = wordsOf("wall");
const pitchWords = wordsOf("pitch");

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
  const { event, grid, pitches, line, announcements } = snapshot;
  // As soon as nothing more is heard, and before; but for hands, which come ten times a second.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever any of these has changed
  useEffect(() => {
    if (live.heardAt > 0)
      void keep(wallKey(live.slug), keptWall(live.snapshot.now, live.heardAt, pitchWords.hidden));
  }, [live, offline, event, grid, pitches, line, announcements]);
  return <WallCamp {...{ snapshot, now, place, join, view, lost }} />;
}
