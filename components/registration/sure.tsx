import type { ReactNode } from "react";
import styles from "./status.module.css";

type SureProps = {
  /** What the first tap says: "Give my place back". */
  label: ReactNode;
  /** What it will do, said before it is done. */
  what: ReactNode;
  children: ReactNode;
};

/** Two taps for what is hard to undo: the first opens what it would do, the second does it. No script needed. */
export function Sure({ label, what, children }: SureProps) {
  return (
    <details className={styles.sure}>
      <summary className={styles.ask}>{label}</summary>
      <div className={styles.what}>
        <p>{what}</p>
        {children}
      </div>
    </details>
  );
}
