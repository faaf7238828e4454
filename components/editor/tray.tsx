"use client";

import { useMemo, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { worded } from "#components/ui/words.tsx";
import { pairsAlike } from "#domain/likeness.ts";
import { keyOf } from "#domain/run.ts";
import { type Laid, layTray } from "#domain/tray.ts";
import { wordsOf } from "#messages/words.ts";
import type { Board } from "./board.ts";
import { Card } from "./card.tsx";
import { useDropTarget } from "./drag.ts";
import { useEditor } from "./state.tsx";
import { because } from "./suggestion-words.ts";
import styles from "./tray.module.css";

const words = wordsOf("editor");

/** Cards without a place. A card dropped here is taken off the grid. */
export function Tray() {
  const { board, holding, drop } = useEditor();
  const element = useRef<HTMLElement>(null);
  useDropTarget(element, null);
  const laid = useLaid();
  const over = holding !== null && holding.over === null && holding.from !== null;
  return (
    <section
      className={styles.tray}
      data-many={board.rooms.length > 6}
      ref={element}
      data-over={over}
      aria-labelledby="tray"
    >
      <h2 id="tray">
        {words.tray.title} · {board.unplaced.length}
      </h2>
      {holding?.from ? (
        <Button kind="quiet" wide onClick={() => drop(null)}>
          {words.tray.here}
        </Button>
      ) : null}
      {board.unplaced.length > 0 ? (
        <ul className={styles.pool}>
          {laid.map(({ card: { copy, ...card }, like }) => (
            <li key={keyOf({ pitchId: card.pitch.id, copy })}>
              <Card card={card} copy={copy} />
              <Note card={card} like={like} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.nothing}>{board.cards.size > 0 ? words.tray.empty : words.tray.none}</p>
      )}
    </section>
  );
}

type CardOfTray = Board["unplaced"][number]["card"];

/** Why the planner left it out, as long as its suggestion stands, and which card says much the same. */
function Note({ card, like }: Pick<Laid<CardOfTray>, "card" | "like">) {
  const { board } = useEditor();
  const titleOf = (id: string) => board.cards.get(id)?.pitch.title ?? "";
  const out = board.suggestion?.best?.leftOut.find(({ pitchId }) => pitchId === card.pitch.id);
  if (!out && !like) return null;
  return (
    <p className={styles.note}>
      {worded(
        [
          ...(like ? [words.tray.like(titleOf(like))] : []),
          ...(out ? [because(out.rule, out.because.map(titleOf))] : []),
        ].join(" "),
      )}
    </p>
  );
}

/** Hands go up all the time: which titles are alike is looked at once for the same titles. */
function useLaid(): Laid<CardOfTray & { copy: number }>[] {
  const { board } = useEditor();
  const cards = board.unplaced.map(({ card, copy }) => ({ ...card, copy }));
  const titles = JSON.stringify(cards.map(({ pitch: { id, title } }) => ({ id, title })).sort(byId));
  const pairs = useMemo(
    () =>
      pairsAlike<{ id: string; title: string }>(JSON.parse(titles)).map(([a, b]) => [a.id, b.id] as const),
    [titles],
  );
  return layTray(
    cards,
    pairs,
    (card) => board.expected({ pitchId: card.pitch.id, copy: card.copy })?.middle ?? card.hands,
  );
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
