import type { ReactNode } from "react";
import styles from "./status.module.css";

/**
 * A line about what just happened, read out too. Keep it mounted and change its children: a live region speaks only
 * when it was there before its words.
 */
export function Status({ action, children }: { action?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.status} data-print="no">
      <output className={styles.words} aria-live="polite">
        {children}
      </output>
      {children ? action : null}
    </div>
  );
}

/** How this screen hears from the camp. */
export type Connection = "live" | "connecting" | "offline";

/** "Live", or "Saved · offline", in the top bar. Null until a script runs: without one nothing connects. */
export function ConnectionState({ state, children }: { state: Connection | null; children?: ReactNode }) {
  return (
    <output className={styles.connection} data-state={state ?? undefined}>
      {state ? <span className={styles.dot} aria-hidden="true" /> : null}
      {children}
    </output>
  );
}
