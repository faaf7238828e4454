/** A hand scanner that types as a keyboard does: quicker than anybody, and with Enter at its end. */
import { useEffect, useRef } from "react";

/** Between two of its keys there is no more than this on the whole, in milliseconds; between two of a person's there is. */
const QUICK_MS = 60;

/** What came before such a gap belongs to something else. A phone that is busy may stop for less. */
const GAP_MS = 500;

/** Shorter than any code: somebody who leans on a keyboard. */
const SHORTEST = 4;

/** What has been typed in a row, and when its first and its last key were, in milliseconds. */
type Burst = { text: string; from: number; at: number };

const NOTHING: Burst = { text: "", from: 0, at: 0 };

/** What follows from a key: the burst so far, and what was scanned, once it is whole. */
export function afterKey(
  { text, from, at }: Burst,
  key: string,
  now: number,
): { burst: Burst; scanned: string | null } {
  const goesOn = text !== "" && now - at <= GAP_MS;
  const [before, since] = goesOn ? [text, from] : ["", now];
  if (key !== "Enter") {
    const typed = [...key].length === 1 ? before + key : before;
    return { burst: { text: typed, from: since, at: now }, scanned: null };
  }
  const isQuick = before.length >= SHORTEST && now - since <= before.length * QUICK_MS;
  return { burst: NOTHING, scanned: isQuick ? before : null };
}

/** Fields take what is typed into them: a scan there is theirs. */
const FIELDS = "input, textarea, select, [contenteditable]";

/** Reads what a hand scanner types wherever on the page nothing takes it, also over an answer. */
export function useWedge(onScan: (text: string) => void, on: boolean): void {
  const scan = useRef(onScan);
  useEffect(() => {
    scan.current = onScan;
  });
  useEffect(() => {
    if (!on) return;
    const stopped = new AbortController();
    let burst = NOTHING;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      const found = afterKey(burst, event.key, event.timeStamp);
      burst = found.burst;
      if (found.scanned === null) return;
      // Else its Enter would press whatever button has the focus.
      event.preventDefault();
      event.stopPropagation();
      scan.current(found.scanned);
    };
    document.addEventListener("keydown", listen, { capture: true, signal: stopped.signal });
    return () => stopped.abort();
  }, [on]);
}
