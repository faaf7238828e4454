"use client";

import { flushSync } from "react-dom";
import { Words } from "#components/ui/words.tsx";
import type { GridWarning } from "#domain/grid.ts";
import { keyOf } from "#domain/run.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./warnings.module.css";
import { warningWords } from "./words.ts";

const words = wordsOf("editor");

/** Every warning once more as a list; each leads to its card. */
export function Warnings() {
  const { board, zone, alive, days } = useEditor();
  if (board.warnings.length === 0) return null;
  function lead(warning: GridWarning) {
    // Its day is shown first: what is not, takes no focus.
    flushSync(() => days.showSlot(warning.slotId));
    document.querySelector<HTMLElement>(`[data-run="${keyOf(warning)}"]`)?.focus();
  }
  return (
    <section aria-labelledby="warnings" data-print="no">
      <h2 id="warnings">{count(board.warnings.length, words.warnings.count, readerLocale())}</h2>
      <ul className={styles.warnings}>
        {board.warnings.map((warning) => {
          const title = board.cards.get(warning.pitchId)?.pitch.title ?? "";
          const said = warningWords(warning, board, zone);
          return (
            <li key={`${keyOf(warning)} ${said}`}>
              <button
                type="button"
                className={styles.jump}
                aria-disabled={!alive}
                onClick={() => lead(warning)}
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
