"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Words } from "#components/ui/words.tsx";
import { type Cell, sameCell } from "#domain/cell.ts";
import { occupantOf } from "#domain/draft.ts";
import type { RoomView } from "#domain/room.ts";
import { offAt } from "#domain/room-off.ts";
import { onlyRun, sameRun } from "#domain/run.ts";
import { hasBegun, type SlotView } from "#domain/slot.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./move-to.module.css";
import { useEditor } from "./state.tsx";
import { Delta } from "./weighing.tsx";
import { timeIn, titleOf } from "./words.ts";

const words = wordsOf("editor").move;

/** Where a screen is too narrow for the table: the cells as a list, slot by slot, each a tap for the card in the hand. */
export function MoveTo() {
  const { board, holding, drop } = useEditor();
  const [open, setOpen] = useState(false);
  if (!holding) return null;
  function moveTo(cell: Cell) {
    setOpen(false);
    drop(cell);
  }
  return (
    <div className={styles.moveTo}>
      <Button wide onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={<Words>{words.title(titleOf(board, onlyRun(holding)))}</Words>}
        closeLabel={words.cancel}
      >
        {open
          ? board.slots
              .filter(({ kind }) => kind === "session")
              .map((slot) => <Slot key={slot.id} slot={slot} onChoose={moveTo} />)
          : null}
      </Dialog>
    </div>
  );
}

/** Its rooms; folded away where it had begun as the list was opened, so that nothing moves under a thumb. */
function Slot({ slot, onChoose }: { slot: SlotView; onChoose: (cell: Cell) => void }) {
  const { board, zone } = useEditor();
  const [begun] = useState(() => hasBegun(slot, Date.now()));
  return (
    <details data-hour={slot.hour} className={styles.slot} open={!begun}>
      <summary>{timeIn(slot.startsAt, board, zone)}</summary>
      <ul>
        {board.rooms.map((room) => (
          <li key={room.id}>
            <Choice cell={{ slotId: slot.id, roomId: room.id }} room={room} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type ChoiceProps = { cell: Cell; room: RoomView; onChoose: (cell: Cell) => void };

/** One cell: its room, what is there, and what moving the card here would change. */
function Choice({ cell, room, onChoose }: ChoiceProps) {
  const { board, holding } = useEditor();
  const there = occupantOf(board, cell);
  const off = offAt(board.off, cell);
  const here = there !== null && holding !== null && sameRun(there, holding);
  return (
    <button
      type="button"
      className={styles.choice}
      disabled={sameCell(holding?.from ?? null, cell)}
      onClick={() => onChoose(cell)}
    >
      <RoomName letter={room.letter}>{room.name}</RoomName>
      <span className={styles.there}>
        {here ? (
          words.here
        ) : there ? (
          <Words>{words.swap(titleOf(board, there))}</Words>
        ) : off ? (
          words.off
        ) : (
          words.free
        )}
      </span>
      <Delta cell={cell} />
    </button>
  );
}
