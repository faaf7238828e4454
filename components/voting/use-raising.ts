"use client";

import { useMemo, useSyncExternalStore } from "react";
import { useConnection, useLive, useMe, useSnapshot } from "#components/live/provider.tsx";
import type { Entry } from "#components/outbox/entry.ts";
import { rootsOf } from "#domain/pitch/merging.ts";
import { handsOpen, seesTally } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";
import { handWish, isWaiting, leftOf, overlaid } from "./hands.ts";
import { useOutbox } from "./provider.tsx";
import type { Raising } from "./raising.ts";

const voting = wordsOf("voting");

const NONE: ReadonlyMap<string, Entry> = new Map();

/**
 * The hands of whoever holds this phone, with the outbox over them. While hands are open anybody may tap: the outbox
 * keeps it until it is known who they are, and says why to whoever may not.
 */
export function useRaising(): Raising {
  const { slug } = useLive();
  const outbox = useOutbox();
  const { event, pitches, hands } = useSnapshot();
  const me = useMe();
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
  const ballot = overlaid(
    me?.hands ?? [],
    slug,
    waiting,
    useMemo(() => rootsOf(pitches), [pitches]),
  );
  const open = handsOpen(event);
  const dots = event.dots ?? null;
  const left = me?.attendee ? leftOf(ballot, pitches, dots) : null;
  const counts = seesTally(event, ballot) ? hands : null;
  return {
    up: (pitch) => ballot.includes(pitch),
    state: (pitch) => {
      if (!isWaiting(waiting, slug, pitch)) return "saved";
      return stuck || offline ? "queued" : "sending";
    },
    count: (pitch) => (counts ? (counts[pitch] ?? 0) : null),
    dots,
    left,
    raise: open
      ? (pitch, raised) => {
          if (raised && left === 0) outbox.refuse({ refusal: "no_hands_left", words: voting.dots.spent });
          else outbox.put(handWish(slug, pitch, raised));
        }
      : null,
  };
}
