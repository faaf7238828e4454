"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How often the page is read again while a rehearsal runs, in milliseconds. */
const EVERY = 2_000;

/** Reads the page again as long as it is shown: a run takes minutes, and nobody looks from elsewhere. */
export function FollowRehearsal() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
