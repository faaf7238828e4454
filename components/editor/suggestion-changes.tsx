"use client";

import { useEffect, useRef } from "react";
import { Words } from "#components/ui/words.tsx";
import { keyOf } from "#domain/run.ts";
import type { SuggestedPlacement } from "#domain/suggestion.ts";
import type { SuggestedChange } from "#domain/suggestion-changes.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./suggestion.module.css";
import { because } from "./suggestion-words.ts";
import { placeWords, titleOf, written } from "./words.ts";

const words = wordsOf("suggestion");

const KINDS = ["placed", "moved", "out"] as const;

/** What a suggestion would change, session by session: each with its reason, each taken by itself. */
export function SuggestionChanges({ changes }: { changes: readonly SuggestedChange[] }) {
  const counted = KINDS.map(
    (kind) => [kind, changes.filter((change) => change.kind === kind).length] as const,
  )
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => count(n, words.changes[kind], readerLocale()));
  const whole = useRef<HTMLDetailsElement>(null);
  const took = useFocusAfterTaking(whole);
  const changing = changes.some((change) => change.from !== null || change.to !== null);
  return (
    <details className={styles.changes} ref={whole}>
      <summary>
        {(changing ? words.changes.title : words.changes.only)(list(counted, readerLocale()))}
      </summary>
      <ul className={styles.list}>
        {KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind)).map((change) => (
          <OneChange key={keyOf(change)} change={change} onTake={took} />
        ))}
      </ul>
    </details>
  );
}

/** What was taken goes from the list with its button: the focus is then on the next. @returns to be called with that button */
function useFocusAfterTaking(whole: { current: HTMLElement | null }) {
  const left = useRef<number | null>(null);
  const buttons = () => [...(whole.current?.querySelectorAll("button") ?? [])];
  useEffect(() => {
    if (left.current === null || document.activeElement !== document.body) return;
    const next = buttons().at(left.current) ?? buttons().at(-1) ?? whole.current?.querySelector("summary");
    left.current = null;
    next?.focus();
  });
  return (button: HTMLButtonElement) => {
    left.current = buttons().indexOf(button);
  };
}

type OneChangeProps = { change: SuggestedChange; onTake: (button: HTMLButtonElement) => void };

function OneChange({ change, onTake }: OneChangeProps) {
  const { board, zone, alive, busy, take } = useEditor();
  const pitchTitle = (pitchId: string) => board.cards.get(pitchId)?.pitch.title ?? "";
  const title = titleOf(board, change);
  const [from, to] = [change.from, change.to].map((spot) => placeWords(board, zone, spot));
  const where = change.to
    ? change.from
      ? words.change.moved(from!, to!)
      : to!
    : change.from
      ? words.change.out(from!)
      : words.change.stays;
  return (
    <li>
      <strong>
        <Words>{title}</Words>
      </strong>{" "}
      <span>{where}.</span>{" "}
      <span className={styles.reason}>
        {change.to ? reason(change.to) : null}
        {change.out ? because(change.out.rule, change.out.because.map(pitchTitle)) : null}
      </span>
      {change.from || change.to ? (
        <button
          type="button"
          className={styles.one}
          aria-disabled={!alive}
          aria-label={words.takeOneOf(title)}
          onClick={({ currentTarget }) => {
            if (busy !== null) return;
            onTake(currentTarget);
            take(change);
          }}
        >
          {words.takeOne}
        </button>
      ) : null}
    </li>
  );
}

/** Why there: whom it serves who would otherwise have nothing then. */
function reason({ hands, only }: SuggestedPlacement): string {
  if (hands === 0) return words.change.nobody;
  const wanted = count(hands, words.change.wanted, readerLocale());
  if (only === 0) return words.change.shared(wanted);
  return only === 1 ? words.change.only.one(wanted) : words.change.only.other(wanted, written(only));
}
