"use client";

import { Words } from "#components/ui/words.tsx";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./warnings.module.css";
import { warningWords } from "./words.ts";

const words = wordsOf("editor");

/** Every warning once more as a list; each leads to its card. */
export function Warnings() {
  const { board, zone, alive } = useEditor();
  if (board.warnings.length === 0) return null;
  const focus = (pitchId: string) =>
    document.querySelector<HTMLElement>(`[data-pitch="${pitchId}"]`)?.focus();
  return (
    <section aria-labelledby="warnings" data-print="no">
      <h2 id="warnings">{count(board.warnings.length, words.warnings.count, readerLocale())}</h2>
      <ul className={styles.warnings}>
        {board.warnings.map((warning) => {
          const title = board.cards.get(warning.pitchId)?.pitch.title ?? "";
          const said = warningWords(warning, board, zone);
          return (
            <li key={`${warning.pitchId} ${said}`}>
              <button
                type="button"
                className={styles.jump}
                aria-disabled={!alive}
                onClick={() => focus(warning.pitchId)}
              >
                <Words>{title}</Words>
              </button>{" "}
              <span className={styles.bad}>{said}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
