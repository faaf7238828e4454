import { Figures } from "#components/ui/figures.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./voting.module.css";

const { dots: words } = wordsOf("voting");

/**
 * How many hands everybody has, and how many of the reader's are left. It stays in sight over a long list, and its room
 * is there before it is known whose phone it is.
 */
export function HandsLeft({ dots, left }: { dots: number; left: number | null }) {
  return (
    <p className={styles.left}>
      <Figures>{count(dots, words.each, readerLocale())}</Figures>{" "}
      <output aria-live="polite">{left === null ? null : <LeftWords left={left} />}</output>
    </p>
  );
}

function LeftWords({ left }: { left: number }) {
  if (left === 0) return <strong>{words.none}</strong>;
  return <Figures>{count(left, words.left, readerLocale())}</Figures>;
}
