import type { ReactNode } from "react";
import styles from "./tag.module.css";

/** Two or three words. The tone only repeats what they say. */
export function Tag({ tone, children }: { tone?: "good" | "wait" | "bad"; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
