"use client";

/** Sending acts: each is shown at once as it will be, and then as the server answers. */
import { useRef, useState } from "react";
import type { Desk, Edit, EditAct } from "#domain/draft.ts";
import { wordsOf } from "#messages/words.ts";
import type { GridActions, GridAnswer } from "./answer.ts";
import { type Ahead, answeredWith } from "./board.ts";

const words = wordsOf("editor");

/** Which act is on its way. */
export type Busy = "edit" | "undo" | "ask" | "take" | "publish" | null;

export type Acting = {
  answered: Desk | null;
  ahead: readonly Ahead[];
  busy: Busy;
  refusal: GridAnswer["refusal"];
  forgive: () => void;
  undo: EditAct | null;
  /** Sends an act. Acts reach the server in the order they are sent. */
  act: (
    kind: Exclude<Busy, null>,
    edit: Edit | null,
    send: (does: GridActions) => Promise<GridAnswer>,
  ) => Promise<GridAnswer>;
};

/** @param v the version of the live camp @param onRefusal when what was said of the act is not true */
export function useActing(
  actions: GridActions | null,
  first: EditAct | null,
  v: number,
  onRefusal: () => void,
): Acting {
  const [answered, setAnswered] = useState<Desk | null>(null);
  const [ahead, setAhead] = useState<readonly Ahead[]>([]);
  const [undo, setUndo] = useState(first);
  const [busy, setBusy] = useState<Busy>(null);
  const underWay = useRef(0);
  const [refusal, setRefusal] = useState<GridAnswer["refusal"]>(null);

  const act: Acting["act"] = (kind, edit, send) => {
    if (!actions) throw new Error("whoever only looks is shown nothing to act with");
    const own: Ahead | null = edit && { edit, v: null };
    if (own) setAhead((all) => [...all, own]);
    underWay.current += 1;
    setBusy(kind);
    setRefusal(null);
    return send(actions)
      .then((known) => {
        if (known.desk) setAnswered(known.desk);
        if (known.desk || known.changed) setUndo(known.undo);
        setAhead((all) => answeredWith(all, own, known.changed, v));
        setRefusal(known.refusal);
        if (known.refusal) onRefusal();
        return known;
      })
      .catch((fault) => {
        setAhead((all) => answeredWith(all, own, null, v));
        setRefusal(words.lost);
        onRefusal();
        throw fault;
      })
      .finally(() => {
        underWay.current -= 1;
        if (underWay.current === 0) setBusy(null);
      });
  };
  return { answered, ahead, busy, refusal, forgive: () => setRefusal(null), undo, act };
}
