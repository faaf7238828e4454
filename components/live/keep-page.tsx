"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { keepWithFiles } from "./worker.ts";

/** So long a page that has just come has the network to itself, in milliseconds. */
const FIRST_MS = 2_000;

/** In the browser's own record: from then on nothing of the page is still to come, for whoever measures or tries it. */
const ALL_CAME = "all came";

type KeepPageProps = {
  later: (() => Promise<unknown>) | undefined;
  /** Addresses of pages; the same list each time. */
  others: readonly string[];
};

/**
 * Lets the service worker keep this page, which is the same for everybody, and what it is made of, for a reload without
 * a network; a little later also what `later` brings, and the `others` that it leads to. Shows nothing.
 */
export function KeepPage({ later, others }: KeepPageProps) {
  const path = usePathname();
  const came = useRef(false);
  useEffect(() => {
    const keep = (more: readonly string[]) =>
      // A wall is another page with what its address asks for; of the tabs that is only how they were opened.
      keepWithFiles({
        page: path.endsWith("/wall") ? path + location.search : path,
        others: more.filter((other) => other !== path),
      }).catch(() => undefined);
    void keep([]);
    // What is drawn by another page, as a session is by that of the grid, brings none of them anew.
    if (!later || (came.current && !others.includes(path))) return;
    const all = () =>
      later()
        .then(() => keep(others))
        .then(
          () => {
            came.current = true;
            performance.mark(ALL_CAME);
          },
          () => undefined,
        );
    const timer = setTimeout(all, FIRST_MS);
    return () => clearTimeout(timer);
  }, [path, later, others]);
  return null;
}
