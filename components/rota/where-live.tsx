"use client";

import { useNow } from "#components/event/clock.ts";
import { placeOf } from "#components/event/place.ts";
import { useSnapshot } from "#components/live/provider.tsx";
import type { RotaTask } from "#domain/rota.ts";
import { FollowRota } from "./follow.tsx";
import { WhereNow } from "./where-now.tsx";

const MINUTE = 60_000;

/** Who is where, on a page of the desk that is about something else; nothing at a camp without a rota. */
export function WhereLive({ tasks, served }: { tasks: readonly RotaTask[]; served: string }) {
  const place = placeOf(useSnapshot().event);
  const now = useNow(served, MINUTE);
  return (
    <>
      {tasks.length > 0 ? <WhereNow {...{ tasks, now, place }} /> : null}
      <FollowRota />
    </>
  );
}
