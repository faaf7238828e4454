"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useConnection, useLive, useSnapshot } from "#components/live/provider.tsx";
import type { Entry } from "#components/outbox/entry.ts";
import { ballotQuery } from "#components/queries.ts";
import { permits } from "#domain/event.ts";
import { seesTally } from "#domain/voting.ts";
import { handWish, isWaiting, overlaid } from "./hands.ts";
import { useOutbox } from "./provider.tsx";
import type { Raising } from "./raising.ts";

const NONE: ReadonlyMap<string, Entry> = new Map();

/**
 * The server's ballot with the outbox over it. @param attendee whether this phone's owner has a place; others get
 * `raise: null`
 */
export function useRaising(attendee: boolean): Raising {
  const { slug } = useLive();
  const outbox = useOutbox();
  const { event, hands } = useSnapshot();
  const offline = useConnection() === "offline";
  const subscribe = (listener: () => void) => outbox.subscribe(listener);
  const waiting = useSyncExternalStore(
    subscribe,
    () => outbox.waiting,
    () => NONE,
  );
  const stuck = useSyncExternalStore(
    subscribe,
    () => outbox.stuck,
    () => false,
  );
  const { data: saved = [] } = useQuery({ ...ballotQuery(slug), enabled: attendee });
  const ballot = overlaid(saved, slug, waiting);
  const open = permits(event.phase, "raiseHand");
  const counts = seesTally(event.tally, ballot) ? hands : null;
  return {
    up: (pitch) => ballot.includes(pitch),
    state: (pitch) => {
      if (!open) return "closed";
      if (!isWaiting(waiting, slug, pitch)) return "saved";
      return stuck || offline ? "queued" : "sending";
    },
    count: (pitch) => (counts ? (counts[pitch] ?? 0) : null),
    raise: attendee ? (pitch, up) => outbox.put(handWish(slug, pitch, up)) : null,
  };
}
