import type { ReactNode } from "react";
import styles from "./status.module.css";

type SureProps = {
  /** What the first tap says: "Give my place back". */
  label: ReactNode;
  /** What it will do, said before it is done. */
  what: ReactNode;
  /** For what nobody should be led to. */
  quiet?: boolean;
  children: ReactNode;
};

/** Two taps for what is hard to undo: the first opens what it would do, the second does it. No script needed. */
export function Sure({ label, what, quiet = false, children }: SureProps) {
  return (
    <details className={styles.sure}>
      <summary className={quiet ? styles.quiet : styles.ask}>{label}</summary>
      <div className={styles.what}>
        <p>{what}</p>
        {children}
      </div>
    </details>
  );
}
