"use client";

import { useEffect, useState } from "react";
import { wasBroughtBack, wasKept } from "#components/live/me.ts";

/** A larger difference is a wrong clock; a smaller one is the time the page took to arrive. */
const TRUSTED = 60_000;

/** How far this device's clock is from the server's, in milliseconds; known from the first page on. */
let offset: number | null = null;

/**
 * The time now, in milliseconds since 1970, updated regularly and when the page is looked at again. The first value is
 * the server's, so that both render the same.
 * @param served when the server rendered the page, ISO 8601
 * @param every milliseconds between updates
 */
export function useNow(served: string, every = 5_000): number {
  const [now, setNow] = useState(() => Date.parse(served));
  useEffect(() => {
    if (offset === null) {
      const apart = wasKept() || wasBroughtBack() ? 0 : Date.parse(served) - Date.now();
      offset = Math.abs(apart) > TRUSTED ? apart : 0;
    }
    const tell = () => setNow(Date.now() + (offset ?? 0));
    tell();
    const timer = setInterval(tell, every);
    document.addEventListener("visibilitychange", tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [served, every]);
  return now;
}
