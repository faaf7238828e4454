"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { agenda as words } from "#messages/en/agenda.ts";
import { count } from "#messages/format.ts";
import { useAgenda } from "./agenda.tsx";
import { PublishDialog } from "./publish.tsx";
import { useChanges } from "./remark.tsx";

/** Undo, suggest, publish: what is done to the grid as a whole. */
export function GridActions() {
  const { board, open, busy, undo, undoLast, suggest, mayPublish } = useAgenda();
  const changes = useChanges(board);
  const [asking, setAsking] = useState(false);
  if (!open) return null;
  const changed = count(changes.length, words.state.changes, "en-GB");
  const publish =
    board.published === 0
      ? words.publish.first
      : changes.length
        ? words.publish.button(changed)
        : words.publish.again;
  return (
    <>
      <Button kind="quiet" icon="undo" onClick={undoLast} pending={busy === "undo"} disabled={undo === null}>
        {words.undo}
      </Button>
      <Button kind="quiet" onClick={suggest} pending={busy === "suggest"}>
        {busy === "suggest" ? words.suggesting : words.suggest}
      </Button>
      {mayPublish ? <Button onClick={() => setAsking(true)}>{publish}</Button> : null}
      <PublishDialog open={asking} onClose={() => setAsking(false)} changes={changes} />
    </>
  );
}
