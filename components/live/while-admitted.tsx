"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useConnection, useLive, useSnapshot } from "./provider.tsx";
import { Refused } from "./refused.tsx";

/**
 * A screen that goes, with all that it shows, once it is for whoever looks at it no more; and that is read again once
 * they may see more or less of the camp.
 * @param leadsTo where they are told
 */
export function WhileAdmitted({ leadsTo, children }: { leadsTo: string; children: ReactNode }) {
  const { stream } = useLive();
  const shut = useSyncExternalStore(
    stream.subscribe,
    () => stream.shut,
    () => false,
  );
  // A whole new document: this one knows things that are theirs no more. What is drawn is gone by then.
  useEffect(() => {
    if (shut) window.location.replace(leadsTo);
  }, [shut, leadsTo]);
  useFollowedSight();
  if (shut) return null;
  return (
    <>
      <Refused />
      {children}
    </>
  );
}

/**
 * Reads the page again when another part of the camp is seen than before, and whenever the stream is open again after an
 * end: whoever has another role has theirs ended, and the page may be none of theirs now.
 */
function useFollowedSight(): void {
  const router = useRouter();
  const { people, draft } = useSnapshot();
  const live = useConnection() === "live";
  const sees = `${people !== null} ${draft !== null}`;
  const seen = useRef(sees);
  const opened = useRef(0);
  useEffect(() => {
    if (live) opened.current += 1;
    const again = live && opened.current > 1;
    if (seen.current === sees && !again) return;
    seen.current = sees;
    router.refresh();
  }, [sees, live, router]);
}
