"use client";

import { Button } from "#components/ui/button.tsx";
import { Words } from "#components/ui/words.tsx";
import type { SuggestedGrid, SuggestedRepeat } from "#domain/suggestion.ts";
import { repeatsLeft, takingAll, takingRepeat } from "#domain/suggestion-changes.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./suggestion.module.css";
import { repeatWords } from "./suggestion-words.ts";
import { placeWords } from "./words.ts";

const words = wordsOf("suggestion").repeats;

/** What could run again in a cell that stays free: whom that serves. Never part of all else: a host has to agree. */
export function SuggestionRepeats({ best }: { best: SuggestedGrid }) {
  const { board, alive, busy, takeRepeat } = useEditor();
  const left = repeatsLeft(best, board.placements);
  if (left.length === 0) return null;
  const whole = takingAll(best, board) !== null;
  return (
    <details className={styles.changes}>
      <summary>{count(left.length, words.title, readerLocale())}</summary>
      <ul className={styles.list}>
        {left.map((repeat) => (
          <OneRepeat key={`${repeat.pitchId} ${repeat.slotId}`} best={best} repeat={repeat} />
        ))}
      </ul>
      <div className={styles.second}>
        <p>{whole ? words.apart : words.ask}</p>
        {whole || left.length > 1 ? (
          <Button
            kind="quiet"
            onClick={() => takeRepeat("all")}
            pending={!alive || busy === "take" || busy === "ask"}
          >
            {whole ? words.takeAll : words.takeThese}
          </Button>
        ) : null}
      </div>
    </details>
  );
}

function OneRepeat({ best, repeat }: { best: SuggestedGrid; repeat: SuggestedRepeat }) {
  const { board, zone, alive, busy, takeRepeat } = useEditor();
  const title = board.cards.get(repeat.pitchId)?.pitch.title ?? "";
  return (
    <li>
      <strong>
        <Words>{title}</Words>
      </strong>{" "}
      <span>{words.where(placeWords(board, zone, repeat))}</span>{" "}
      <span className={styles.reason}>{repeatWords(repeat)}</span>
      {takingRepeat(best, board, repeat) ? (
        <button
          type="button"
          className={styles.one}
          aria-disabled={!alive}
          aria-label={words.takeOf(title)}
          onClick={() => busy === null && takeRepeat(repeat)}
        >
          {words.take}
        </button>
      ) : (
        <span className={styles.reason}>{words.notYet}</span>
      )}
    </li>
  );
}
