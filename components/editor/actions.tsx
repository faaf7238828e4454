"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { isUnderWay } from "#domain/suggestion.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { PublishDialog } from "./publish.tsx";
import { useChanges } from "./remark.tsx";
import { useEditor } from "./state.tsx";

const words = wordsOf("editor");
const suggestionWords = wordsOf("suggestion");

/** Undo, suggest, publish: what is done to the grid as a whole. */
export function GridActions() {
  const { board, open, alive, busy, undo, undoLast, redo, redoLast, ask, mayPublish } = useEditor();
  const changes = useChanges(board);
  const [asking, setAsking] = useState(false);
  if (!open) return null;
  const { suggestion } = board;
  const thinking = busy === "ask" || (suggestion !== null && isUnderWay(suggestion.state));
  const changed = count(changes.total, words.state.changes, readerLocale());
  const publish =
    board.published === 0
      ? words.publish.first
      : changes.total
        ? words.publish.button(changed)
        : words.publish.again;
  return (
    <>
      <Button
        kind="quiet"
        icon="undo"
        onClick={undoLast}
        pending={!alive || busy === "undo"}
        disabled={undo === null}
      >
        {undo ? words.undoOf[undo] : words.undo}
      </Button>
      <Button kind="quiet" onClick={redoLast} pending={!alive || busy === "undo"} disabled={redo === null}>
        {redo ? words.redoOf[redo] : words.redo}
      </Button>
      <Button kind="quiet" onClick={ask} pending={!alive || thinking}>
        {thinking
          ? suggestionWords.thinking
          : board.published > 0
            ? suggestionWords.askAgain
            : suggestionWords.ask}
      </Button>
      {mayPublish ? (
        <Button onClick={() => setAsking(true)} pending={!alive}>
          {publish}
        </Button>
      ) : null}
      <PublishDialog open={asking} onClose={() => setAsking(false)} changes={changes} />
    </>
  );
}
