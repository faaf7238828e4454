"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useConnection, useLive, useMe } from "#components/live/provider.tsx";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import type { Outbox } from "#components/outbox/outbox.ts";
import { wordsOf } from "#messages/words.ts";
import { takeEarlyTaps } from "./early.ts";
import { adoptTap, handWish, pitchOf } from "./hands.ts";

const voting = wordsOf("voting");

const Context = createContext<Outbox | null>(null);

/** Joins the outbox and the live screen, which do not know each other. */
export function HandsProvider({ children }: { children: ReactNode }) {
  const live = useLive();
  const owner = useMe()?.owner;
  const [outbox, setOutbox] = useState(() => open(live, owner));
  // Whoever holds the phone now has their own outbox.
  const handedOn = outbox.owner !== undefined && owner !== undefined && outbox.owner !== owner;
  if (handedOn) setOutbox(open(live, owner));
  useEffect(() => {
    if (owner !== undefined) outbox.belongTo(owner);
  }, [outbox, owner]);
  useEffect(() => {
    for (const [pitch, up] of takeEarlyTaps()) outbox.put(handWish(live.slug, pitch, up));
  }, [outbox, live.slug]);
  useEffect(() => keepTrying(outbox), [outbox]);
  const heard = useConnection() === "live";
  // A server that is back is told at once, and not at the end of a wait that grew while it was away.
  useEffect(() => {
    if (heard && outbox.stuck) void outbox.kick();
  }, [heard, outbox]);
  return <Context value={outbox}>{children}</Context>;
}

function open(live: ReturnType<typeof useLive>, owner: string | null | undefined): Outbox {
  const outbox = openOutbox(
    owner,
    {
      refusal: "no_ticket",
      get words() {
        return voting.stranger.body;
      },
    },
    (left) => adoptTap(left, live.slug, outbox.owner ?? null),
    async (entry, now) => {
      const pitch = pitchOf(entry);
      if (pitch !== null && entry.key.startsWith(`${live.slug} `))
        await live.learnHand(pitch, now.up === true);
    },
  );
  return outbox;
}

export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error("a hand outside of a HandsProvider");
  return outbox;
}
