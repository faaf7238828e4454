import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import styles from "./today.module.css";

type TaskProps = {
  tone?: "wait" | "bad";
  /** How many, before the title, which goes on with it. */
  value: ReactNode;
  title: ReactNode;
  /** The button, and what else may be done. */
  children: ReactNode;
  why: ReactNode;
};

/** Something that needs a person now: its number, its reason and its button. */
export function Task({ tone, value, title, why, children }: TaskProps) {
  return (
    <Card as="li" {...(tone && { tone })}>
      <div className={styles.task}>
        <div className={styles.what}>
          <h3 className={styles.title}>
            <span className={styles.value}>{value}</span> {title}
          </h3>
          <p>{why}</p>
        </div>
        <div className={styles.acts}>{children}</div>
      </div>
    </Card>
  );
}
