"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { keepTrying, openOutbox } from "#components/outbox/open.ts";
import type { Refused } from "#components/outbox/outbox.ts";
import { Status } from "#components/ui/status.tsx";
import { adoptTap } from "./hands.ts";

/** Until the last of several hands has arrived. */
const SETTLED_MS = 300;

type SendQueuedProps = {
  slug: string;
  owner: string;
  /** What is said to somebody who may raise none, and before why one was refused. */
  nobody: string;
  says: string;
};

/**
 * Sends what this phone still has to send, on a page of somebody's own that takes no taps; it is drawn anew once that has
 * arrived.
 */
export function SendQueued({ slug, owner, nobody, says }: SendQueuedProps) {
  const router = useRouter();
  const [refused, refuse] = useState<Refused | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const outbox = openOutbox(
      owner,
      { refusal: "no_ticket", words: nobody },
      (left) => adoptTap(left, slug, owner),
      async () => {
        clearTimeout(timer);
        timer = setTimeout(() => router.refresh(), SETTLED_MS);
      },
    );
    const unheard = outbox.subscribe(() => refuse(outbox.refused));
    const stop = keepTrying(outbox);
    return () => {
      clearTimeout(timer);
      unheard();
      stop();
    };
  }, [slug, owner, nobody, router]);
  return <Status>{refused === null ? null : `${says} ${refused.words}`}</Status>;
}
