"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useSnapshot } from "#components/live/provider.tsx";

/** So many changes in a row are read as one, in milliseconds. */
const PAUSE = 400;

/** Reads the page again whenever the rota changed. What is typed stays. */
export function FollowRota() {
  const router = useRouter();
  const version = useSnapshot().crew?.rota;
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    // Also once nothing is told any more: whoever is not on the crew is then said so by the page itself.
    seen.current = version;
    const timer = setTimeout(() => router.refresh(), PAUSE);
    return () => clearTimeout(timer);
  }, [version, router]);
  return null;
}
