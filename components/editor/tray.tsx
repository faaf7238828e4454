"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { keyOf } from "#domain/run.ts";
import { wordsOf } from "#messages/words.ts";
import { Card } from "./card.tsx";
import { useDropTarget } from "./drag.ts";
import { useEditor } from "./state.tsx";
import styles from "./tray.module.css";

const words = wordsOf("editor");

/** Cards without a place. A card dropped here is taken off the grid. */
export function Tray() {
  const { board, holding, drop } = useEditor();
  const element = useRef<HTMLElement>(null);
  useDropTarget(element, null);
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
          {board.unplaced.map(({ card, ...run }) => (
            <li key={keyOf(run)}>
              <Card card={card} copy={run.copy} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.nothing}>{board.cards.size > 0 ? words.tray.empty : words.tray.none}</p>
      )}
    </section>
  );
}
