"use client";

/** What the planner found, beside the draft: how good it is, what it would change, and taking it. */
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  hasFailed,
  isThinking,
  isUnderWay,
  type SecondGrid,
  type SuggestedGrid,
  type Suggestion,
} from "#domain/suggestion.ts";
import { changesOf, takingSecond } from "#domain/suggestion-changes.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./suggestion.module.css";
import { SuggestionChanges } from "./suggestion-changes.tsx";
import { SuggestionRepeats } from "./suggestion-repeats.tsx";
import { headline, isCountedByHand, secondWords, sentence } from "./suggestion-words.ts";

const words = wordsOf("suggestion");

/** There from the tap until it is put away or overtaken. Nothing else waits for it. */
export function SuggestionPanel() {
  const { board, open, putAway } = useEditor();
  const { suggestion } = board;
  const [putAwayId, setPutAwayId] = useState<string | null>(null);
  const [last, setLast] = useState({ id: suggestion?.id ?? null, published: board.published });
  if (suggestion && (suggestion.id !== last.id || board.published !== last.published))
    setLast({ id: suggestion.id, published: board.published });
  // Whoever publishes is done with it, and needs no word.
  const overtaken =
    !suggestion && last.id !== null && last.id !== putAwayId && board.published === last.published;
  return (
    <>
      {open && suggestion ? (
        <Panel
          suggestion={suggestion}
          onPutAway={() => {
            setPutAwayId(suggestion.id);
            putAway();
          }}
        />
      ) : null}
      {open && overtaken ? (
        <p className={styles.gone} data-print="no">
          {words.gone}
        </p>
      ) : null}
      <Spoken suggestion={suggestion} byHand={isCountedByHand(board.cards.values())} />
    </>
  );
}

function Panel({ suggestion, onPutAway }: { suggestion: Suggestion; onPutAway: () => void }) {
  const { board, alive, busy, take } = useEditor();
  const { best, state } = suggestion;
  const changes = best ? changesOf(best, board.placements) : [];
  const changing = changes.some((change) => change.from !== null || change.to !== null);
  const underWay = isUnderWay(state);
  const panel = useRef<HTMLElement>(null);
  // The button that took it all is gone then, and the focus with it.
  useEffect(() => {
    if (!changing && document.activeElement === document.body) panel.current?.focus();
  }, [changing]);
  const byHand = isCountedByHand(board.cards.values());
  return (
    <section className={styles.panel} ref={panel} tabIndex={-1} aria-label={words.panel} data-print="no">
      <div className={styles.head}>
        <div className={styles.words}>
          <h2>{hasFailed(state) ? words.failed : best ? headline(best) : words.begun}</h2>
          <p>
            {hasFailed(state)
              ? words.failedBody
              : best
                ? sentence(suggestion, { byHand, placed: !changing })
                : words.begunBody}
          </p>
        </div>
        <div className={styles.acts}>
          {changing ? (
            <Button
              kind="quiet"
              onClick={() => take(null)}
              pending={!alive || busy === "take" || busy === "ask"}
            >
              {busy === "take" ? words.taking : words.takeAll}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={onPutAway} pending={!alive}>
            {underWay && !best ? words.stop : words.putAway}
          </Button>
        </div>
      </div>
      {changes.length > 0 ? <SuggestionChanges changes={changes} /> : null}
      {best ? <SuggestionRepeats best={best} /> : null}
      {best?.second ? <SecondOffer best={best} second={best.second} /> : null}
    </section>
  );
}

/** A grid that may be taken instead; gone once the draft is that one. */
function SecondOffer({ best, second }: { best: SuggestedGrid; second: SecondGrid }) {
  const { board, alive, busy, takeSecond } = useEditor();
  if (takingSecond(best, board) === null) return null;
  return (
    <div className={styles.second}>
      <p>{secondWords(second)}</p>
      <Button kind="quiet" onClick={takeSecond} pending={!alive || busy === "take" || busy === "ask"}>
        {words.second.take}
      </Button>
    </div>
  );
}

/** The same for the ear: when thinking begins, when the first grid is there, when it is done. Not every step between. */
function Spoken({ suggestion, byHand }: { suggestion: Suggestion | null; byHand: boolean }) {
  const [said, setSaid] = useState("");
  const stage = suggestion && (isThinking(suggestion.state) && suggestion.best ? "found" : suggestion.state);
  const latest = useRef({ now: suggestion, byHand });
  useEffect(() => {
    latest.current = { now: suggestion, byHand };
  });
  useEffect(() => {
    const { now, byHand } = latest.current;
    if (!now || !stage) setSaid("");
    else if (now && hasFailed(now.state)) setSaid(words.failed);
    else if (!now.best) setSaid(words.begun);
    else {
      const { second, repeats = [] } = now.best;
      const beside = second ? ` ${secondWords(second)}` : "";
      const again =
        repeats.length > 0 ? ` ${count(repeats.length, words.repeats.title, readerLocale())}.` : "";
      setSaid(`${headline(now.best)}. ${sentence(now, { byHand })}${beside}${again}`);
    }
  }, [stage]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}
