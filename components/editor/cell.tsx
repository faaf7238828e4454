"use client";

import { useEffect, useRef } from "react";
import { RoomName } from "#components/ui/room.tsx";
import { worded } from "#components/ui/words.tsx";
import { type Cell as CellOf, cellsOf, sameCell } from "#domain/cell.ts";
import { occupantOf, standingAt } from "#domain/draft.ts";
import type { RoomView } from "#domain/room.ts";
import { offAt } from "#domain/room-off.ts";
import { keyOf } from "#domain/run.ts";
import { wordsOf } from "#messages/words.ts";
import { Card } from "./card.tsx";
import { useDropTarget } from "./drag.ts";
import { useEditor } from "./state.tsx";
import styles from "./table.module.css";
import { Delta } from "./weighing.tsx";

const words = wordsOf("editor");

type CellProps = { cell: CellOf; room: RoomView /** In words. */; time: string };

/** One cell of the grid: a card, which may go on in the row below, or a place for one. */
export function Cell({ cell, room, time }: CellProps) {
  const { board, open, holding, drop } = useEditor();
  const off = offAt(board.off, cell);
  const element = useRef<HTMLTableCellElement>(null);
  const placement = occupantOf(board, cell);
  const card = placement && board.cards.get(placement.pitchId);
  const own = placement ? cellsOf(placement, board.slots) : [cell];
  const held = holding?.over ? cellsOf(standingAt(board, holding, holding.over), board.slots) : [];
  const moved = holding !== null && !sameCell(holding.from, holding.over);
  const over = moved && held.some((it) => own.some((one) => sameCell(it, one)));
  useDropTarget(element, cell);
  useEffect(() => {
    if (over) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [over]);
  return (
    <td ref={element} className={styles.cell} data-over={over} data-off={off !== null} rowSpan={own.length}>
      <Where room={room} />
      {card ? (
        <Card key={keyOf(placement)} card={card} copy={placement.copy} pinned={placement.pinned} />
      ) : (
        <button
          type="button"
          className={styles.empty}
          tabIndex={-1}
          disabled={!open || !holding}
          onClick={() => drop(cell)}
        >
          <span className="visually-hidden">{words.empty(room.name, time)}</span>{" "}
          {off ? <span className={styles.off}>{worded(words.off.cell(off.note))}</span> : null}
        </button>
      )}
      <Delta cell={cell} />
    </td>
  );
}

/** A cell that a session of the row above goes on in: the table has none there, the list of a phone names it. */
export function GoesOn({ room, title }: { room: RoomView; title: string }) {
  return (
    <td className={styles.goesOn}>
      <Where room={room} />
      <p>{worded(words.goesOn(title))}</p>
    </td>
  );
}

/** The room, where no head of a column says it. */
function Where({ room }: { room: RoomView }) {
  return (
    <span className={styles.where}>
      <RoomName letter={room.letter}>{room.name}</RoomName>
    </span>
  );
}
