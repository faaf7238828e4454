"use client";

import { type ReactNode, useMemo } from "react";
import { useConnection, useLive, useMe, useSnapshot } from "#components/live/provider.tsx";
import { useWaiting } from "#components/outbox/use-waiting.ts";
import { useOutbox } from "#components/voting/provider.tsx";
import { permits } from "#domain/event.ts";
import { runsOf } from "#domain/run.ts";
import { mineOf, starredOf } from "#domain/star.ts";
import type { Me } from "#domain/viewer.ts";
import { isStarWaiting, overlaidStars, starWish } from "./stars.ts";
import { type Starring, StarringContext } from "./use-mine.ts";

/**
 * Works out the stars of whoever holds this phone once for all that draw them.
 * @param first who the page was rendered for, until the phone itself knows
 */
export function StarringProvider({ first, children }: { first?: Me; children: ReactNode }) {
  return <StarringContext value={useOwn(first)}>{children}</StarringContext>;
}

function useOwn(first: Me | undefined): Starring {
  const { slug } = useLive();
  const outbox = useOutbox();
  const me = useMe() ?? first;
  const { event, grid } = useSnapshot();
  const offline = useConnection() === "offline";
  const { waiting, stuck } = useWaiting(outbox);
  const runs = useMemo(() => (grid ? runsOf(grid) : []), [grid]);
  const open = permits(event.phase, "star");
  return useMemo(() => {
    const { hosting = [], hands = [], stars = {} } = me ?? {};
    const whose = { hosting, hands, stars: overlaidStars(stars, slug, waiting) };
    return {
      whose,
      starred: starredOf(runs, hands, whose.stars),
      mine: mineOf(runs, whose),
      state: (run) =>
        isStarWaiting(waiting, slug, run) ? (stuck || offline ? "queued" : "sending") : "saved",
      star: open ? (run, starred) => outbox.put(starWish(slug, run, starred)) : null,
    };
  }, [runs, me, slug, waiting, stuck, offline, open, outbox]);
}
