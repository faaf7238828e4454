"use client";

import type { ReactNode } from "react";
import { useAttention } from "./attention.ts";
import styles from "./spotlight.module.css";

/**
 * The answer to an act. It takes the focus when it appears, without JavaScript by autofocus. Give it a new key for a
 * new answer.
 */
export function Spotlight({ children }: { children: ReactNode }) {
  const box = useAttention();
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was asked for by the act that this answers
    <div className={styles.spotlight} tabIndex={-1} ref={box} autoFocus>
      {children}
    </div>
  );
}
