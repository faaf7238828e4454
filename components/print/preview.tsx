import type { ReactNode } from "react";
import { wordsOf } from "#messages/words.ts";
import styles from "./print.module.css";

const words = wordsOf("print");

/** The sheets as they will be, and on paper nothing else of the page. */
export function Preview({ children }: { children: ReactNode }) {
  return (
    <section
      className={styles.preview}
      data-print="alone"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
      tabIndex={0}
      aria-label={words.preview}
    >
      {children}
    </section>
  );
}
