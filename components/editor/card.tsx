"use client";

import { useEffect, useRef } from "react";
import { rangeWords } from "#components/audience/words.ts";
import { Words, worded } from "#components/ui/words.tsx";
import { onlyCell } from "#domain/cell.ts";
import { type Card as CardOf, placementOf } from "#domain/draft.ts";
import type { MergedPitch } from "#domain/pitch.ts";
import { keyOf, type RunId, sameRun } from "#domain/run.ts";
import { copiesOf, shapeOf } from "#domain/shape.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./card.module.css";
import { useDraggable } from "./drag.ts";
import { useEditor } from "./state.tsx";
import { warningWords, written } from "./words.ts";

const words = wordsOf("editor");

/** A card on the grid or in the tray: a button that picks itself up, and lets go when it is held. */
export function Card({ card, copy, pinned = false }: { card: CardOf; copy: number; pinned?: boolean }) {
  const { board, zone, open, alive, holding, pick, drop } = useEditor();
  const { id, title, noteLevel, merged = [] } = card.pitch;
  const run = { pitchId: id, copy };
  const key = keyOf(run);
  const element = useRef<HTMLButtonElement>(null);
  const held = holding !== null && sameRun(holding, run);
  const warnings = board.warnings.filter((warning) => sameRun(warning, run));
  useDraggable(element, run, open);
  useKeptFocus(element, key);

  /** On a held card a press puts it down where it is; with another card in the hand it means that one's drop here. */
  function press() {
    if (!holding) return pick(run);
    if (held) return drop();
    const here = placementOf(board.placements, run);
    drop(here && onlyCell(here));
  }

  const { length } = shapeOf(board.pitches, id);
  const copies = copiesOf(board.placements, board.pitches, id);
  const remarks = [
    length > 1 && words.card.long,
    copies.length > 1 && words.card.run(copies.indexOf(copy) + 1, copies.length),
    pinned && words.card.pinned,
    card.hosts.length === 0 && words.card.hostless,
    noteLevel === "open" ? "" : words.card.notes[noteLevel],
  ].filter(Boolean);
  return (
    <button
      type="button"
      ref={element}
      className={styles.card}
      data-run={key}
      data-held={held}
      data-warn={warnings.length > 0}
      aria-pressed={held}
      aria-disabled={!open || !alive}
      title={title}
      onClick={press}
    >
      <span className={styles.title}>
        <Words>{title}</Words>
      </span>{" "}
      {merged.length > 0 ? <span className={styles.also}>{alsoWords(merged)} </span> : null}
      {warnings.map((warning) => (
        <span className={styles.warning} key={warningWords(warning, board, zone)}>
          {warningWords(warning, board, zone)}{" "}
        </span>
      ))}
      <span className={styles.foot}>
        {remarks.length > 0 ? <span className={styles.remark}>{remarks.join(" · ")}</span> : null}{" "}
        <Audience card={card} run={run} />
      </span>
    </button>
  );
}

/** "And “Video on no budget”": what became one with it. */
export const alsoWords = (merged: readonly MergedPitch[]) =>
  worded(
    words.card.also(
      list(
        merged.map(({ title }) => `“${title}”`),
        readerLocale(),
      ),
    ),
  );

/** "41 hands → 28–62 expected". In a narrow column the eye gets the numbers alone, and the table's head explains them. */
export function Audience({ card, run }: { card: CardOf; run: RunId }) {
  const { board } = useEditor();
  const expected = board.expected(run);
  const own = expected.basis === "organiser";
  if (!board.counted) return own ? words.card.ownOnly(written(expected.low)) : words.card.kept;
  const range = rangeWords(expected);
  return (
    <>
      <span className={styles.short} aria-hidden="true">
        {words.card.short(written(card.room ?? card.hands + (card.paper ?? 0)), range)}
      </span>
      <span className={styles.long}>
        {words.card.audience(counted(card), range)}
        {own ? `, ${words.card.own}` : null}
      </span>
    </>
  );
}

/** What of the hands counts: those in the room before those on phones and on paper. */
function counted({ hands, room, paper = 0 }: CardOf): string {
  if (room !== undefined) return count(room, words.card.room, readerLocale());
  const phones = count(hands, words.card.hands, readerLocale());
  return paper > 0 ? words.card.paper(phones, written(paper)) : phones;
}

/** The card that had the focus, by its run: moved to another cell it is a new element, and takes the focus along. */
let focused: string | null = null;

function useKeptFocus(element: { current: HTMLButtonElement | null }, key: string) {
  useEffect(() => {
    if (focused === key && document.activeElement === document.body) element.current?.focus();
  }, [element, key]);
  // After every render: picking up is one, so a focus that came before the script did is noticed too.
  useEffect(() => {
    if (document.activeElement === element.current) focused = key;
  });
}
