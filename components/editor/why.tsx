"use client";

import { useState } from "react";
import type { Reasons } from "#domain/weighing.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./held.module.css";
import { useEditor } from "./state.tsx";
import { useWeighing } from "./weighing.tsx";
import { placeWords, weightWords } from "./words.ts";

const words = wordsOf("reasons");

/** "Why is it here?": whom its place serves, the best exchange, what is ruled out, who is torn. */
export function Why({ pitchId }: { pitchId: string }) {
  const known = useWeighing();
  const [open, setOpen] = useState(false);
  const why = open ? known.why : null;
  const { refusal } = known;
  return (
    <details className={styles.why} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.why}</summary>
      {why ? <Reasoned why={why} pitchId={pitchId} /> : refusal ? null : <p>{words.working}</p>}
    </details>
  );
}

function Reasoned({ why, pitchId }: { why: Reasons; pitchId: string }) {
  const { board, zone } = useEditor();
  const titleOf = (id: string) => board.cards.get(id)?.pitch.title ?? "";
  const { best } = why;
  const ruled = why.forbidden.map(({ rule, cells }) => words.ruled(words.rules[rule], String(cells)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <ul tabIndex={0} aria-label={words.why}>
      <li>{why.only > 0 ? count(why.only, words.only, readerLocale()) : words.onlyNobody}</li>
      {why.unseated > 0 ? <li>{count(why.unseated, words.unseated, readerLocale())}</li> : null}
      {why.straight ? <li>{words.straight}</li> : null}
      {why.torn.map(({ pitchIds: [a, b], people }) => (
        <li key={a + b}>
          {words.beside(titleOf(a === pitchId ? b : a), count(people, words.want, readerLocale()))}
        </li>
      ))}
      <li>
        {best
          ? (best.with ? words.swap : words.move)(
              weightWords(best),
              placeWords(board, zone, best),
              best.with ? titleOf(best.with) : "",
            )
          : words.nowhere}
      </li>
      {ruled.length > 0 ? <li>{words.ruledOut(list(ruled, readerLocale()))}</li> : null}
    </ul>
  );
}
