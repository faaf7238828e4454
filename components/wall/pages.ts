/** A wall that does not fit is shown in pages, which turn by the server's clock: all walls show the same one, also after a reload. */
import { useEffect, useState } from "react";

/** Long enough for a slow reader to find a session among ten, in milliseconds. */
const PAGE_MS = 15_000;

/** @param now milliseconds since 1970 @returns from 0 */
export function pageAt(now: number, pages: number): number {
  return pages > 0 ? Math.floor(now / PAGE_MS) % pages : 0;
}

export type Pages = {
  /** From 0. */
  page: number;
  /** Whether it stays until somebody turns it. */
  held: boolean;
  hold: () => void;
  turn: () => void;
  goOn: () => void;
};

/** Which page is shown. Where less motion is wished for it stays at the first, until somebody turns it. */
export function usePages(now: number, pages: number): Pages {
  const [kept, setKept] = useState<number | null>(null);
  useEffect(() => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) setKept(0);
  }, []);
  const page = kept === null ? pageAt(now, pages) : kept % Math.max(1, pages);
  return {
    page,
    held: kept !== null,
    hold: () => setKept(page),
    turn: () => setKept((page + 1) % Math.max(1, pages)),
    goOn: () => setKept(null),
  };
}
