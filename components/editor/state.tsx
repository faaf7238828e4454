"use client";

/**
 * The editor's one state: the board, the card in the hand, what is said aloud. Pointer, finger and keyboard
 * all come through here, and every act goes to the server and shows at once what it will be.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { useAlive } from "#components/ui/alive.ts";
import {
  type Desk,
  type Edit,
  type EditAct,
  occupantOf,
  pinning,
  placementOf,
  placing,
  takingOff,
} from "#domain/draft.ts";
import { permits } from "#domain/event.ts";
import { arrangedMark } from "#domain/grid.ts";
import { type Direction, type Holding, hover, letGo, pickUp, type Spot, step } from "#domain/holding.ts";
import { takingAll, takingOne } from "#domain/suggestion-changes.ts";
import { wordsOf } from "#messages/words.ts";
import type { GridActions, GridAnswer } from "./answer.ts";
import { type Ahead, answeredWith, type Board, boardOf } from "./board.ts";
import { placeWords } from "./words.ts";

const words = wordsOf("editor");
const suggestionWords = wordsOf("suggestion");

/** Which act is on its way. */
export type Busy = "edit" | "undo" | "ask" | "take" | "publish" | null;

export type EditorState = {
  board: Board;
  zone: string;
  /** Whether the camp's phase lets the grid be arranged, by whoever looks. */
  open: boolean;
  /** Whether the page answers yet: until then everything to press says that it does not. */
  alive: boolean;
  /** Somebody who sees the grid and changes nothing, whatever the phase. */
  onlyLooks: boolean;
  holding: Holding | null;
  busy: Busy;
  /** The last thing said aloud; a refusal is shown as well. */
  said: string;
  refusal: GridAnswer["refusal"];
  undo: EditAct | null;
  mayPublish: boolean;
  pick: (pitchId: string) => void;
  over: (spot: Spot) => void;
  move: (direction: Direction) => void;
  /** Lets go where the card is, or at a spot. */
  drop: (at?: Spot) => void;
  cancel: () => void;
  takeOff: (pitchId: string) => void;
  pin: (pitchId: string, pinned: boolean) => void;
  expect: (pitchId: string, expected: number | null) => void;
  undoLast: () => void;
  /** Asks the planner for a grid. */
  ask: () => void;
  /** Takes what the planner found: one change, or all of it. */
  take: (pitchId: string | null) => void;
  /** Takes all of the second grid, where there is one. */
  takeSecond: () => void;
  putAway: () => void;
  publish: () => Promise<boolean>;
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
  children: ReactNode;
};

export function EditorProvider({ actions, undo: first, children }: ProviderProps) {
  const live = useSnapshot();
  const alive = useAlive();
  const [answered, setAnswered] = useState<Desk | null>(null);
  const [ahead, setAhead] = useState<readonly Ahead[]>([]);
  const [undo, setUndo] = useState(first);
  const [holding, setHolding] = useState<Holding | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const underWay = useRef(0);
  const [said, setSaid] = useState("");
  const [refusal, setRefusal] = useState<GridAnswer["refusal"]>(null);

  useEffect(() => {
    if (!said || holding) return;
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said, holding]);

  const board = useMemo(() => boardOf({ live, answered, ahead }), [live, answered, ahead]);
  const { zone, phase } = live.event;
  const open = actions !== null && permits(phase, "arrange");
  const titleOf = (pitchId: string) => board.cards.get(pitchId)?.pitch.title ?? "";
  const where = (spot: Spot) => placeWords(board, zone, spot);
  // Only the rows that take sessions: a card never stops over lunch.
  const reach = {
    slots: board.slots.filter((slot) => slot.kind === "session").map((slot) => slot.id),
    rooms: board.rooms.map((room) => room.id),
    placements: board.placements,
  };

  /** Sends an act, shows it at once, and believes the answer. Acts reach the server in the order they are sent. */
  function act(
    kind: Exclude<Busy, null>,
    edit: Edit | null,
    send: (does: GridActions) => Promise<GridAnswer>,
  ): Promise<GridAnswer> {
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
        setAhead((all) => answeredWith(all, own, known.changed, live.v));
        setRefusal(known.refusal);
        if (known.refusal) setSaid("");
        return known;
      })
      .catch((fault) => {
        setAhead((all) => answeredWith(all, own, null, live.v));
        setRefusal(words.lost);
        setSaid("");
        throw fault;
      })
      .finally(() => {
        underWay.current -= 1;
        if (underWay.current === 0) setBusy(null);
      });
  }

  function pick(pitchId: string) {
    if (!open) return;
    const held = pickUp(reach, pitchId);
    setHolding(held);
    setRefusal(null);
    setSaid(words.said.picked(titleOf(pitchId), where(held.from)));
  }

  function sayOver({ pitchId, over }: Holding) {
    const there = over && occupantOf(board.placements, over);
    const taken = there && there.pitchId !== pitchId;
    setSaid(taken ? words.said.overTaken(where(over), titleOf(there.pitchId)) : words.said.over(where(over)));
  }

  function move(direction: Direction) {
    if (!holding) return;
    const moved = step(reach, holding, direction);
    setHolding(moved);
    sayOver(moved);
  }

  function drop(at?: Spot) {
    if (!holding) return;
    const held = at === undefined ? holding : hover(holding, at);
    setHolding(null);
    const wish = letGo(held);
    if (!wish) return setSaid(words.said.dropped(titleOf(held.pitchId)));
    if (wish.act === "take_off") return takeOff(wish.pitchId);
    const there = occupantOf(board.placements, wish.cell)?.pitchId ?? null;
    const edit = placing(board.placements, wish.pitchId, wish.cell);
    setSaid(
      there
        ? words.said.swapped(titleOf(wish.pitchId), titleOf(there))
        : words.said.placed(titleOf(wish.pitchId), where(wish.cell)),
    );
    const seen = { from: held.from, occupant: there };
    act("edit", edit, (does) => does.place({ pitchId: wish.pitchId, cell: wish.cell, seen })).catch(forget);
  }

  function takeOff(pitchId: string) {
    const from = placementOf(board.placements, pitchId);
    setHolding(null);
    if (!from) return;
    setSaid(words.said.off(titleOf(pitchId)));
    const cell = { slotId: from.slotId, roomId: from.roomId };
    act("edit", takingOff(board.placements, pitchId), (does) => does.takeOff({ pitchId, from: cell })).catch(
      forget,
    );
  }

  function pin(pitchId: string, pinned: boolean) {
    setHolding(null);
    setSaid((pinned ? words.said.pinned : words.said.unpinned)(titleOf(pitchId)));
    act("edit", pinning(board.placements, pitchId, pinned), (does) => does.pin({ pitchId, pinned })).catch(
      forget,
    );
  }

  const editor: EditorState = {
    board,
    zone,
    open,
    alive,
    onlyLooks: actions === null,
    holding: open ? holding : null,
    busy,
    said,
    refusal,
    undo,
    mayPublish: Boolean(actions?.publish),
    pick,
    over: (spot) => setHolding((held) => held && hover(held, spot)),
    move,
    drop,
    cancel: () => {
      if (holding) setSaid(words.said.dropped(titleOf(holding.pitchId)));
      setHolding(null);
    },
    takeOff,
    pin,
    expect: (pitchId, expected) => {
      setSaid(words.said.expected);
      act("edit", null, (does) => does.expect({ pitchId, expected })).catch(forget);
    },
    undoLast: () => {
      act("undo", null, (does) => does.undo())
        .then(({ undone, refusal }) => refusal || setSaid(words.undone[undone ?? "nothing"]))
        .catch(forget);
    },
    ask: () => {
      setHolding(null);
      act("ask", null, (does) => does.ask()).catch(forget);
    },
    take: (pitchId) => {
      const { suggestion, placements } = board;
      if (!suggestion?.best) return;
      const { best } = suggestion;
      const edit = pitchId === null ? takingAll(best, placements) : takingOne(best, placements, pitchId);
      setSaid(pitchId === null ? suggestionWords.taken : suggestionWords.takenOne(titleOf(pitchId)));
      const to = best.placements.find((it) => it.pitchId === pitchId);
      const cell = to ? { slotId: to.slotId, roomId: to.roomId } : null;
      const change = pitchId === null ? null : { pitchId, to: cell };
      act("take", edit, (does) => does.take({ suggestion: suggestion.id, change })).catch(forget);
    },
    takeSecond: () => {
      const { suggestion, placements } = board;
      if (!suggestion?.best?.second) return;
      setSaid(suggestionWords.taken);
      const edit = takingAll(suggestion.best.second.grid, placements);
      act("take", edit, (does) => does.take({ suggestion: suggestion.id, change: null, second: true })).catch(
        forget,
      );
    },
    putAway: () => void act("edit", null, (does) => does.drop()).catch(forget),
    publish: () =>
      act("publish", null, async (does) => does.publish!(arrangedMark(board)))
        .then(({ published }) => {
          if (published) setSaid(words.publish.done(published));
          return published !== undefined;
        })
        .catch(() => false),
  };
  return <Context value={editor}>{children}</Context>;
}

/** The fault was shown when it happened. */
function forget(): void {}
