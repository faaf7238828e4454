import type { ReactNode } from "react";
import styles from "./design.module.css";

/** With an id, so that a review can link to it. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} id={id}>
      <h2 className={styles.title}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      <div className={styles.samples}>{children}</div>
    </section>
  );
}
