"use client";

import { useState } from "react";
import { crowdWords } from "#components/audience/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { arrangedMark } from "#domain/grid.ts";
import { TELLS } from "#domain/review.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Changes } from "./remark.tsx";
import { SessionsReview } from "./review.tsx";
import { useEditor } from "./state.tsx";
import { frameWords, retoldWords } from "./words.ts";

const editor = wordsOf("editor");

const words = editor.publish;

/** As many changes of other kinds as are read before a decision; the rest are counted. */
const SHOWN = 8;

type PublishDialogProps = { open: boolean; onClose: () => void; changes: Changes };

/** Says what publishing changes and for whom, asks whom to tell, says what is left to look at, and does it. */
export function PublishDialog({ open, onClose, changes }: PublishDialogProps) {
  const { board, busy, publish } = useEditor();
  const [tells, setTells] = useState(TELLS);
  const { total } = changes;
  const changed = count(total, editor.state.changes, readerLocale());
  const title = board.published === 0 ? words.firstTitle : total > 0 ? words.title(changed) : words.again;
  const close = () => {
    setTells(TELLS);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      closeLabel={words.cancel}
      actions={
        <Button pending={busy === "publish"} onClick={() => publish(tells).then(close)}>
          {busy === "publish" ? words.going : words.go}
        </Button>
      }
    >
      <p>{board.published > 0 && total === 0 ? words.none : words.does}</p>
      {open ? (
        <SessionsReview
          changes={changes.sessions}
          titleOf={changes.titleOf}
          asked={`${board.published} ${arrangedMark(board)}`}
          tells={tells}
          onTell={setTells}
        />
      ) : null}
      <Others changes={changes} />
      {board.unplaced.length > 0 ? <p>{count(board.unplaced.length, words.open, readerLocale())}</p> : null}
      {board.warnings.length > 0 ? <p>{count(board.warnings.length, words.warned, readerLocale())}</p> : null}
      {board.counted ? <p>{crowdWords(board.crowd)}</p> : null}
    </Dialog>
  );
}

/** Rooms and slots that are called or timed differently, and sessions in other words: all that is no session elsewhere. */
function Others({ changes: { frame, retold } }: Pick<PublishDialogProps, "changes">) {
  const { board, zone } = useEditor();
  const sentences = [
    ...frame.map((it) => ({ id: it.id, sentence: frameWords(it, board, zone) })),
    ...retold.map((it) => ({ id: `${it.id} retold`, sentence: retoldWords(it) })),
  ];
  if (sentences.length === 0) return null;
  const more = sentences.length - SHOWN;
  return (
    <>
      <h3>{words.others}</h3>
      <ul>
        {sentences.slice(0, SHOWN).map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
        {more > 0 ? <li>{words.more(more)}</li> : null}
      </ul>
    </>
  );
}
