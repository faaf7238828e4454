import type { ReactNode } from "react";
import styles from "./figures.module.css";

/**
 * Counts, times and dates inside a sentence. The text face has a slashed zero, which helps in a code and reads
 * as one in "130 places"; the display face has not, and its numbers are tabular.
 */
export function Figures({ children }: { children: ReactNode }) {
  return <span className={styles.figures}>{children}</span>;
}

/** One number that is the point of the page, with the words that say what it counts. */
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

/** A row of numbers at the head of a desk page, each on its own card. */
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
