"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { keepWithFiles } from "./worker.ts";

/** So long a page that has just come has the network to itself, in milliseconds. */
const FIRST_MS = 2_000;

/** In the browser's own record: from then on nothing of the page is still to come, for whoever measures or tries it. */
const ALL_CAME = "all came";

/**
 * Lets the service worker keep this page, which is the same for everybody, and what it is made of, for a reload without
 * a network; a little later also what `later` brings, which it may ask for. Shows nothing.
 */
export function KeepPage({ later }: { later: (() => Promise<unknown>) | undefined }) {
  const path = usePathname();
  useEffect(() => {
    const keep = () => keepWithFiles({ page: path }).catch(() => undefined);
    void keep();
    if (!later) return;
    const all = () =>
      later()
        .then(keep)
        .then(
          () => performance.mark(ALL_CAME),
          () => undefined,
        );
    const timer = setTimeout(all, FIRST_MS);
    return () => clearTimeout(timer);
  }, [path, later]);
  return null;
}
