import { Figures } from "#components/ui/figures.tsx";
import type { Turn } from "#domain/pitch/turn.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const { turn: words } = wordsOf("pitchList");

/** "3 before you, about 2 min". */
export function turnWords({ before, minutes }: Turn): string {
  if (before === 0) return words.next;
  const first = count(before, words.before, readerLocale());
  return minutes ? words.both(first, count(minutes, words.about, readerLocale())) : first;
}

/** On a button whose room is that of one line: it is known late whose phone it is. */
export function YourPitch({ turn }: { turn: Turn | null }) {
  if (!turn) return words.yours;
  return (
    <span className={styles.turn}>
      {words.yours} <Figures>{turnWords(turn)}</Figures>
    </span>
  );
}
