import { Figures } from "#components/ui/figures.tsx";
import { Words } from "#components/ui/words.tsx";
import type { PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./voting.module.css";

const words = wordsOf("voting");

export function MyHands({ pitches }: { pitches: readonly PitchView[] }) {
  return (
    <section className={styles.section}>
      <h2>{words.mine.title}</h2>
      {pitches.length === 0 ? (
        <p className={styles.quiet}>{words.mine.none}</p>
      ) : (
        <>
          <p className={styles.quiet}>
            <Figures>{count(pitches.length, words.mine.count, readerLocale())}</Figures>
          </p>
          <ul className={styles.list}>
            {pitches.map(({ id, title, merged }) => (
              <li key={id}>
                <Words>{title}</Words>
                {(merged ?? []).map((part) => (
                  <span key={part.id} className={styles.part}>
                    <Words>{words.mine.part(part.title)}</Words>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
