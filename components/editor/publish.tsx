"use client";

import { crowdWords } from "#components/audience/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { keyOf } from "#domain/run.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Changes } from "./remark.tsx";
import { useEditor } from "./state.tsx";
import { frameWords, moveWords, retoldWords } from "./words.ts";

const editor = wordsOf("editor");

const words = editor.publish;

/** As many changes as are read before a decision; the rest are counted. */
const SHOWN = 8;

type PublishDialogProps = { open: boolean; onClose: () => void; changes: Changes };

/** Says what publishing changes, what is left to look at, and does it. */
export function PublishDialog({ open, onClose, changes }: PublishDialogProps) {
  const { board, zone, busy, publish } = useEditor();
  const { moves, retold, frame, total } = changes;
  const changed = count(total, editor.state.changes, readerLocale());
  const title = board.published === 0 ? words.firstTitle : total > 0 ? words.title(changed) : words.again;
  const sentences = [
    ...frame.map((it) => ({ id: it.id, sentence: frameWords(it, board, zone) })),
    ...moves.map((it) => ({ id: keyOf(it), sentence: moveWords(it, board, zone) })),
    ...retold.map((it) => ({ id: `${it.id} retold`, sentence: retoldWords(it) })),
  ];
  const tellable = board.published > 0 ? sentences.slice(0, SHOWN) : [];
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
      <p>{board.published > 0 && total === 0 ? words.none : words.does}</p>
      {tellable.length > 0 ? (
        <ul>
          {tellable.map(({ id, sentence }) => (
            <li key={id}>{sentence}</li>
          ))}
          {total > SHOWN ? <li>{words.more(total - SHOWN)}</li> : null}
        </ul>
      ) : null}
      {board.unplaced.length > 0 ? <p>{count(board.unplaced.length, words.open, readerLocale())}</p> : null}
      {board.warnings.length > 0 ? <p>{count(board.warnings.length, words.warned, readerLocale())}</p> : null}
      {board.counted ? <p>{crowdWords(board.crowd)}</p> : null}
    </Dialog>
  );
}
