import type { ReactNode } from "react";
import styles from "./rehearsal.module.css";

/** The parts of the page, under each other. */
export function Parts({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
