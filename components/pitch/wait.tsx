import { Figures } from "#components/ui/figures.tsx";
import type { Wait } from "#domain/pitch/wait.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const { wait: words } = wordsOf("pitchList");

/** "3 before you, about 2 min". */
export function waitWords({ before, minutes }: Wait): string {
  if (before === 0) return words.next;
  const first = count(before, words.before, readerLocale());
  return minutes ? words.both(first, count(minutes, words.about, readerLocale())) : first;
}

/** On a button whose room is that of one line: it is known late whose phone it is. */
export function YourPitch({ wait }: { wait: Wait | null }) {
  if (!wait) return words.yours;
  return (
    <span className={styles.wait}>
      {words.yours} <Figures>{waitWords(wait)}</Figures>
    </span>
  );
}
