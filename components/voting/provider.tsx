"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useConnection, useLive, useMe } from "#components/live/provider.tsx";
import type { LiveScreen } from "#components/live/screen.ts";
import type { Entry, Wish } from "#components/outbox/entry.ts";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import type { Outbox } from "#components/outbox/outbox.ts";
import { wordsOf } from "#messages/words.ts";
import { takeEarlyTaps } from "./early.ts";
import { adoptTap, handWish, pitchOf } from "./hands.ts";

const voting = wordsOf("voting");

const Context = createContext<Outbox | null>(null);

/** What else than hands is tapped here, and sent by the same outbox. */
export type AlsoTapped = {
  /** What a tap wants that was made before the page was alive; null where it is about something else. */
  early: (slug: string, about: string, pressed: boolean) => Wish | null;
  /** Shows what the server has saved; nothing of an entry about something else. */
  saved: (live: LiveScreen, entry: Entry, now: Readonly<Record<string, boolean>>) => Promise<void>;
};

/** Joins the outbox and the live screen, which do not know each other. @param also the same each time */
export function HandsProvider({ also, children }: { also?: AlsoTapped; children: ReactNode }) {
  const live = useLive();
  const owner = useMe()?.owner;
  const connection = useConnection();
  const [outbox, setOutbox] = useState(() => open(live, owner, also));
  // Whoever holds the phone now has their own outbox.
  const handedOn = outbox.owner !== undefined && owner !== undefined && outbox.owner !== owner;
  if (handedOn) setOutbox(open(live, owner, also));
  useEffect(() => {
    if (owner !== undefined) outbox.belongTo(owner);
  }, [outbox, owner]);
  useEffect(() => {
    for (const [about, pressed] of takeEarlyTaps())
      outbox.put(also?.early(live.slug, about, pressed) ?? handWish(live.slug, about, pressed));
  }, [outbox, live.slug, also]);
  useEffect(() => keepTrying(outbox), [outbox]);
  // What the stream comes through, a hand does too.
  useEffect(() => {
    if (connection === "live") void outbox.kick();
  }, [outbox, connection]);
  return <Context value={outbox}>{children}</Context>;
}

function open(live: LiveScreen, owner: string | null | undefined, also?: AlsoTapped): Outbox {
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
      await also?.saved(live, entry, now);
    },
  );
  return outbox;
}

export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error("a hand outside of a HandsProvider");
  return outbox;
}
