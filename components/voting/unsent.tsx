"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import { Status } from "#components/ui/status.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { adoptTap, pitchOf } from "./hands.ts";

const words = wordsOf("voting");

/**
 * Sends what was tapped and never left this phone, from a page where nothing is tapped, and says how many hands that are;
 * once they are saved the page is drawn anew with them.
 *
 * @param owner the registration this phone holds
 */
export function UnsentHands({ slug, owner }: { slug: string; owner: string }) {
  const router = useRouter();
  const saved = useRef(false);
  const [outbox] = useState(() =>
    openOutbox(
      owner,
      {
        refusal: "no_ticket",
        get words() {
          return words.stranger.body;
        },
      },
      (left) => adoptTap(left, slug, owner),
      async () => {
        saved.current = true;
      },
    ),
  );
  useEffect(() => keepTrying(outbox), [outbox]);
  const subscribe = (listener: () => void) => outbox.subscribe(listener);
  const hands = useSyncExternalStore(
    subscribe,
    () => [...outbox.waiting.values()].filter((entry) => pitchOf(entry) !== null).length,
    () => 0,
  );
  const refused = useSyncExternalStore(
    subscribe,
    () => outbox.refused,
    () => null,
  );
  useEffect(() => {
    if (hands > 0 || !saved.current) return;
    saved.current = false;
    router.refresh();
  }, [hands, router]);
  return (
    <Status>
      {refused
        ? `${words.refused} ${refused.words}`
        : hands > 0
          ? count(hands, words.unsent, readerLocale())
          : null}
    </Status>
  );
}
