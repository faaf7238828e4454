import { type MouseEvent, useEffect, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";

const { list: words } = wordsOf("grid");

/**
 * Shows a part of this page without another entry of the browser's history, which the framework would not go back to.
 * Without a script the link does it.
 */
export function leadTo(event: MouseEvent<HTMLAnchorElement>): void {
  const part = document.getElementById(event.currentTarget.hash.slice(1));
  if (!part) return;
  event.preventDefault();
  part.scrollIntoView();
  part.querySelector("a")?.focus({ preventScroll: true });
}

/**
 * Leads to the slot that is on, or else to the next one, while that is not in sight.
 * @param slot its id; undefined where all is over
 */
export function ToNow({ slot, isNext }: { slot: string | undefined; isNext: boolean }) {
  const [away, show] = useState(false);
  useEffect(() => {
    const row = slot && document.getElementById(`slot-${slot}`);
    if (!row) return show(false);
    const watch = new IntersectionObserver(([seen]) => show(seen?.isIntersecting === false));
    watch.observe(row);
    return () => watch.disconnect();
  }, [slot]);
  if (!slot) return null;
  return (
    <a className={styles.toNow} href={`#slot-${slot}`} onClick={leadTo} data-away={away} data-print="no">
      <Icon name="clock" />
      {isNext ? words.toNext : words.toNow}
    </a>
  );
}
