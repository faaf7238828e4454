import type { ReactNode } from "react";
import styles from "./tag.module.css";

/** A state or a remark in two or three words. The tone only repeats what the words say. */
export function Tag({ tone, children }: { tone?: "good" | "wait" | "bad"; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
