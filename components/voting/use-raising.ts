"use client";

import { useMemo } from "react";
import { useConnection, useLive, useMe, useSnapshot } from "#components/live/provider.tsx";
import { useWaiting } from "#components/outbox/use-waiting.ts";
import { rootsOf } from "#domain/pitch/merging.ts";
import { handsOpen, seesTally } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";
import { handWish, isWaiting, leftOf, overlaid } from "./hands.ts";
import { useOutbox } from "./provider.tsx";
import type { Raising } from "./raising.ts";

const voting = wordsOf("voting");

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
  const { waiting, stuck } = useWaiting(outbox);
  const roots = useMemo(() => rootsOf(pitches), [pitches]);
  const ballot = useMemo(
    () => overlaid(me?.hands ?? [], slug, waiting, roots),
    [me?.hands, slug, waiting, roots],
  );
  const dots = event.dots ?? null;
  const left = me?.attendee ? leftOf(ballot, pitches, dots) : null;
  const [open, none] = [handsOpen(event), left === 0];
  const raise = useMemo(() => {
    if (!open) return null;
    return (pitch: string, raised: boolean) => {
      if (raised && none) outbox.refuse({ refusal: "no_hands_left", words: voting.dots.spent });
      else outbox.put(handWish(slug, pitch, raised));
    };
  }, [open, none, outbox, slug]);
  const counts = seesTally(event, ballot) ? hands : null;
  const queued = waiting.size > 0 && (stuck || offline);
  // The same as long as it says the same: every card of the list is drawn from it.
  return useMemo(
    () => ({
      up: (pitch) => ballot.includes(pitch),
      state: (pitch) => {
        if (!isWaiting(waiting, slug, pitch)) return "saved";
        return queued ? "queued" : "sending";
      },
      count: (pitch) => (counts ? (counts[pitch] ?? 0) : null),
      ...{ dots, left, raise },
    }),
    [slug, ballot, waiting, queued, counts, dots, left, raise],
  );
}
