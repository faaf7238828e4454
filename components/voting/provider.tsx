"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import type { Outbox } from "#components/outbox/outbox.ts";
import { adoptTap, pitchOf } from "./hands.ts";

const Context = createContext<Outbox | null>(null);

/**
 * Joins the outbox and the live screen, which do not know each other. @param owner the registration this phone holds;
 * null for none
 */
export function HandsProvider({ owner, children }: { owner: string | null; children: ReactNode }) {
  const live = useLive();
  const [outbox, setOutbox] = useState(() => open(live, owner));
  const [of, setOf] = useState(owner);
  // Whoever holds the phone now has their own outbox.
  if (of !== owner) {
    setOf(owner);
    setOutbox(open(live, owner));
  }
  useEffect(() => keepTrying(outbox), [outbox]);
  return <Context value={outbox}>{children}</Context>;
}

function open(live: ReturnType<typeof useLive>, owner: string | null): Outbox {
  return openOutbox(
    owner,
    (left) => adoptTap(left, live.slug, owner),
    async (entry, now) => {
      const pitch = pitchOf(entry);
      if (pitch !== null && entry.key.startsWith(`${live.slug} `))
        await live.learnHand(pitch, now.up === true);
    },
  );
}

export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error("a hand outside of a HandsProvider");
  return outbox;
}
