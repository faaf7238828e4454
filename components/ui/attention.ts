import { type RefObject, useEffect, useRef, useState } from "react";
import { useAlive } from "./alive.ts";

/**
 * For an answer that takes the focus when it appears. One that came with the page has it by autofocus; once the page is
 * alive, whoever has gone on to a field keeps it there, so that nothing they type is lost.
 */
export function useAttention(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const alive = useAlive();
  const [later] = useState(alive);
  useEffect(() => {
    if (later || document.activeElement === document.body) box.current?.focus();
  }, [later]);
  return box;
}
