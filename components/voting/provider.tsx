"use client";

/** Hands that are on their way, for everything inside it. It joins the outbox and the live screen, which know nothing of each other. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import type { Outbox } from "#components/outbox/outbox.ts";
import { adoptTap, pitchOf } from "./hands.ts";

const Context = createContext<Outbox | null>(null);

/** @param owner the registration this phone holds; null where it holds none */
export function HandsProvider({ owner, children }: { owner: string | null; children: ReactNode }) {
  const live = useLive();
  const [outbox, setOutbox] = useState(() => open(live, owner));
  const [of, setOf] = useState(owner);
  // Whoever holds the phone now has an outbox of their own.
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

/** The outbox a component stands in. */
export function useOutbox(): Outbox {
  const outbox = useContext(Context);
  if (!outbox) throw new Error("a hand outside of a HandsProvider");
  return outbox;
}
