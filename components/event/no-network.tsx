"use client";

import { useEffect, useState } from "react";
import { wasKept } from "#components/live/me.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";

const common = wordsOf("common");

/** Where a page leads that needs the network and has none: `public/sw.js` shows what the phone has kept instead. */
const NO_NETWORK = "no-network";

type NoNetworkProps = {
  /** The tab it stands on. */
  current: string;
  /** Whether the network has been heard. */
  live: boolean;
};

/**
 * Why something else is shown than was asked for, until the network is heard, or something else is opened. Before the
 * page is alive the address alone shows it.
 */
export function NoNetwork({ current, live }: NoNetworkProps) {
  const [at] = useState(current);
  const [shown, show] = useState<boolean | null>(null);
  useEffect(() => {
    const led = location.hash === `#${NO_NETWORK}`;
    // Loaded again, it is told anew only if it happens anew.
    if (led) history.replaceState(history.state, "", location.pathname + location.search);
    show(led && wasKept());
    const leave = () => show(false);
    window.addEventListener("hashchange", leave);
    return () => window.removeEventListener("hashchange", leave);
  }, []);
  if (shown && (live || current !== at)) show(false);
  return (
    <div id={NO_NETWORK} className={styles.noNetwork} tabIndex={-1} data-shown={shown ?? undefined}>
      <p>{common.needsNetwork}</p>
      <a href="#main">{common.seen}</a>
    </div>
  );
}
