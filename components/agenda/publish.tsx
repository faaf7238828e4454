"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { GridChange } from "#domain/grid.ts";
import { agenda } from "#messages/en/agenda.ts";
import { count } from "#messages/format.ts";
import { useAgenda } from "./agenda.tsx";
import { placeWords } from "./words.ts";

const words = agenda.publish;
const LOCALE = "en-GB";

/** As many changes as are read before a decision; the rest are counted. */
const SHOWN = 8;

type PublishDialogProps = { open: boolean; onClose: () => void; changes: readonly GridChange[] };

/** Says what publishing changes, what is left to look at, and does it. */
export function PublishDialog({ open, onClose, changes }: PublishDialogProps) {
  const { board, zone, busy, publish } = useAgenda();
  const changed = count(changes.length, agenda.state.changes, LOCALE);
  const title =
    board.published === 0 ? words.firstTitle : changes.length > 0 ? words.title(changed) : words.again;
  const tellable = board.published > 0 ? changes.slice(0, SHOWN) : [];
  const told = (change: GridChange) => {
    const [from, to] = [change.from, change.to].map((spot) => placeWords(board, zone, spot));
    if (!change.to) return words.off(change.title);
    return change.from ? words.moved(change.title, from!, to!) : words.placed(change.title, to!);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      closeLabel={words.cancel}
      actions={
        <Button pending={busy === "publish"} onClick={() => publish().then(() => onClose())}>
          {busy === "publish" ? words.going : words.go}
        </Button>
      }
    >
      <p>{board.published > 0 && changes.length === 0 ? words.none : words.does}</p>
      {tellable.length > 0 ? (
        <ul>
          {tellable.map((change) => (
            <li key={change.pitchId}>{told(change)}</li>
          ))}
          {changes.length > SHOWN ? <li>{words.more(changes.length - SHOWN)}</li> : null}
        </ul>
      ) : null}
      {board.unplaced.length > 0 ? (
        <p>{words.open(count(board.unplaced.length, words.cards, LOCALE))}</p>
      ) : null}
      {board.warnings.length > 0 ? (
        <p>{words.warned(count(board.warnings.length, words.warnings, LOCALE))}</p>
      ) : null}
    </Dialog>
  );
}
