"use client";

import { Words } from "#components/ui/words.tsx";
import type { Proposed } from "#domain/plan.ts";
import type { Line } from "#domain/suggestion.ts";
import { count, list } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./plan.module.css";
import { useEditor } from "./state.tsx";
import { placeWords, written } from "./words.ts";

const words = wordsOf("plan");

const KINDS = ["placed", "moved", "out"] as const;

/** A proposal as its changes: one line for each session, with its reason, each taken by itself. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const counted = KINDS.map((kind) => [kind, lines.filter((line) => line.kind === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => count(n, words.changes[kind], readerLocale()));
  const changing = lines.some((line) => line.from !== null || line.to !== null);
  return (
    <details className={styles.changes}>
      <summary>
        {(changing ? words.changes.title : words.changes.only)(list(counted, readerLocale()))}
      </summary>
      <ul className={styles.lines}>
        {KINDS.flatMap((kind) => lines.filter((line) => line.kind === kind)).map((line) => (
          <OneLine key={line.pitchId} line={line} />
        ))}
      </ul>
    </details>
  );
}

function OneLine({ line }: { line: Line }) {
  const { board, zone, alive, busy, take } = useEditor();
  const titleOf = (pitchId: string) => board.cards.get(pitchId)?.pitch.title ?? "";
  const title = titleOf(line.pitchId);
  const [from, to] = [line.from, line.to].map((spot) => placeWords(board, zone, spot));
  const where = line.to
    ? line.from
      ? words.line.moved(from!, to!)
      : to!
    : line.from
      ? words.line.out(from!)
      : words.line.stays;
  return (
    <li>
      <strong>
        <Words>{title}</Words>
      </strong>{" "}
      <span>{where}.</span>{" "}
      <span className={styles.reason}>
        {line.to ? reason(line.to) : null}
        {line.out ? because(line.out.rule, line.out.because.map(titleOf)) : null}
      </span>
      {line.from || line.to ? (
        <button
          type="button"
          className={styles.one}
          aria-disabled={!alive}
          aria-label={words.takeOneOf(title)}
          onClick={() => busy === null && take(line.pitchId)}
        >
          {words.takeOne}
        </button>
      ) : null}
    </li>
  );
}

/** Why there: whom it serves who would otherwise have nothing then. */
function reason({ hands, only }: Proposed): string {
  if (hands === 0) return words.line.nobody;
  const wanted = count(hands, words.line.wanted, readerLocale());
  if (only === 0) return words.line.shared(wanted);
  return only === 1 ? words.line.only.one(wanted) : words.line.only.other(wanted, written(only));
}

/** Why it has no place, in a sentence of its own. */
function because(rule: keyof typeof words.rules, titles: readonly string[]): string {
  const why = words.rules[rule];
  const whole = titles.length > 0 ? words.line.because(why, list(titles.slice(0, 3), readerLocale())) : why;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}
