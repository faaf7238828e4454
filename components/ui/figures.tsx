import type { ReactNode } from "react";
import styles from "./figures.module.css";

/**
 * Counts, times and dates inside a sentence, in the display face: the text face has a slashed zero, which reads as a
 * code in "130 places".
 */
export function Figures({ children }: { children: ReactNode }) {
  return <span className={styles.figures}>{children}</span>;
}

export function BigNumber({
  value,
  wall,
  children,
}: {
  value: ReactNode;
  wall?: boolean;
  children?: ReactNode;
}) {
  return (
    <p className={styles.big} data-wall={wall}>
      <span className={styles.value}>{value}</span> <span className={styles.meaning}>{children}</span>
    </p>
  );
}

export function Numbers({ items }: { items: { value: ReactNode; label: ReactNode }[] }) {
  return (
    <ul className={styles.numbers}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the row never reorders
        <li className={styles.number} key={index}>
          <span className={styles.value}>{item.value}</span> <span>{item.label}</span>
        </li>
      ))}
    </ul>
  );
}
