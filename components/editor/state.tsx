"use client";

/** The editor's one state: pointer, finger and keyboard all come through here. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { useAlive } from "#components/ui/alive.ts";
import type { EditAct } from "#domain/draft.ts";
import { permits } from "#domain/event.ts";
import { type Busy, useActing } from "./acting.ts";
import type { GridActions, GridAnswer } from "./answer.ts";
import { type Board, boardOf } from "./board.ts";
import { type Days, useDays } from "./days.ts";
import { type Edits, editsOf } from "./edits.ts";
import { type Hand, handOf, useHeld } from "./hand.ts";

export type EditorState = Hand &
  Edits & {
    board: Board;
    zone: string;
    /** Which of the camp's days is shown, of one that has several. */
    days: Days;
    /** Whether the camp's phase lets the grid be arranged, by whoever looks. */
    open: boolean;
    /** Whether the page answers yet: until then everything to press says that it does not. */
    alive: boolean;
    busy: Busy;
    /** The last thing said aloud. */
    said: string;
    refusal: GridAnswer["refusal"];
    /** Puts the refusal away. */
    forgive: () => void;
    undo: EditAct | null;
    redo: EditAct | null;
    mayPublish: boolean;
  };

/** How long a sentence about what just happened stays on the screen. */
const SAID_MS = 8_000;

const Context = createContext<EditorState | null>(null);

/** The editor's state, for whatever stands inside `EditorProvider`. */
export function useEditor(): EditorState {
  const editor = useContext(Context);
  if (!editor) throw new Error("the editor's parts stand inside EditorProvider");
  return editor;
}

type ProviderProps = {
  /** Null for somebody who only looks. */
  actions: GridActions | null;
  undo: EditAct | null;
  redo: EditAct | null;
  children: ReactNode;
};

export function EditorProvider({ actions, undo, redo, children }: ProviderProps) {
  const live = useSnapshot();
  const alive = useAlive();
  const [said, setSaid] = useState("");
  const acting = useActing(actions, { undo, redo }, live.v, () => setSaid(""));
  const { answered, ahead, act } = acting;
  const board = useMemo(() => boardOf({ live, answered, ahead }), [live, answered, ahead]);
  const { zone, phase } = live.event;
  const days = useDays(board, live.event);
  const open = actions !== null && permits(phase, "arrange");
  const held = useHeld(board, zone, setSaid);
  const edits = editsOf({ board, zone, act, say: setSaid, letGo: () => held.set(null) });
  const hand = handOf({ board, zone, days, held, edits, say: setSaid });

  useEffect(() => {
    if (!said || held.holding) return;
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said, held.holding]);

  const editor: EditorState = {
    ...edits,
    ...hand,
    pick: (run) => {
      if (!open) return;
      acting.forgive();
      hand.pick(run);
    },
    holding: open ? held.holding : null,
    meanwhile: held.meanwhile,
    over: held.over,
    board,
    zone,
    days,
    open,
    alive,
    busy: acting.busy,
    said,
    refusal: acting.refusal,
    forgive: acting.forgive,
    undo: acting.undo,
    redo: acting.redo,
    mayPublish: Boolean(actions?.publish) && permits(phase, "publish"),
  };
  return <Context value={editor}>{children}</Context>;
}
