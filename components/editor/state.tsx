"use client";

/**
 * The editor's one state: the board, the card in the hand, what is said aloud. Pointer, finger and keyboard all come
 * through here.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { useAlive } from "#components/ui/alive.ts";
import { type Cell, onlyCell } from "#domain/cell.ts";
import { type EditAct, inTheWay, pinning, placementOf, placing, takingOff } from "#domain/draft.ts";
import { permits } from "#domain/event.ts";
import { arrangedMark } from "#domain/grid.ts";
import {
  type Direction,
  type Holding,
  hover,
  letGo,
  overOnDay,
  pickUp,
  type Spot,
  step,
} from "#domain/holding.ts";
import { type Reshaping, reshaping } from "#domain/reshaping.ts";
import type { Tells } from "#domain/review.ts";
import { keyOf, onlyRun, type RunId } from "#domain/run.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Busy, useActing } from "./acting.ts";
import type { GridActions, GridAnswer } from "./answer.ts";
import { type Board, boardOf } from "./board.ts";
import { type Days, useDays } from "./days.ts";
import { type Taking, takingOf } from "./taking.ts";
import { placeWords, publishedWords, titleOf } from "./words.ts";

const words = wordsOf("editor");

export type EditorState = Taking & {
  board: Board;
  zone: string;
  /** Which of the camp's days is shown, of one that has several. */
  days: Days;
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
  redo: EditAct | null;
  mayPublish: boolean;
  pick: (run: RunId) => void;
  over: (spot: Spot) => void;
  move: (direction: Direction) => void;
  /** Shows a day; a card in the hand is over its first slot then. */
  showDay: (day: string) => void;
  /** The same with the day before or after. */
  turnDay: (by: 1 | -1) => void;
  /** Lets go where the card is, or at a spot. */
  drop: (at?: Spot) => void;
  /** Puts a card in a cell without taking it in the hand. */
  put: (run: RunId, cell: Cell) => void;
  cancel: () => void;
  takeOff: (run: RunId) => void;
  pin: (run: RunId, pinned: boolean) => void;
  /** Over one slot or two, once or again. */
  reshape: (run: RunId, act: Reshaping) => void;
  expect: (pitchId: string, expected: number | null) => void;
  undoLast: () => void;
  redoLast: () => void;
  /** Asks the planner for a grid. */
  ask: () => void;
  putAway: () => void;
  /** @returns whether it was done */
  publish: (tells: Tells) => Promise<boolean>;
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

export function EditorProvider({ actions, undo: first, redo: again, children }: ProviderProps) {
  const live = useSnapshot();
  const alive = useAlive();
  const [holding, setHolding] = useState<Holding | null>(null);
  const [said, setSaid] = useState("");
  const acting = useActing(actions, { undo: first, redo: again }, live.v, () => setSaid(""));
  const { answered, ahead, act } = acting;

  useEffect(() => {
    if (!said || holding) return;
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said, holding]);

  const board = useMemo(() => boardOf({ live, answered, ahead }), [live, answered, ahead]);
  const { zone, phase } = live.event;
  const days = useDays(board, live.event);
  const open = actions !== null && permits(phase, "arrange");
  const called = (run: RunId) => titleOf(board, run);
  const where = (spot: Spot) => placeWords(board, zone, spot);
  // Only the rows that take sessions: a card never stops over lunch.
  const reach = {
    slots: board.slots.filter((slot) => slot.kind === "session").map((slot) => slot.id),
    rooms: board.rooms.map((room) => room.id),
    placements: board.placements,
  };

  function pick(run: RunId) {
    if (!open) return;
    const held = pickUp(reach, run);
    setHolding(held);
    acting.forgive();
    setSaid(words.said.picked(called(run), where(held.from)));
  }

  /** The titles of what stands where a card would come to stand. */
  function inItsWay({ over, ...held }: Holding): string {
    const there = over ? inTheWay(board, held, over) : [];
    return list(there.map(called), readerLocale());
  }

  function move(direction: Direction) {
    if (!holding) return;
    const moved = step(reach, holding, direction);
    setHolding(moved);
    if (moved.over) days.showSlot(moved.over.slotId);
    sayOver(moved);
  }

  function sayOver(held: Holding) {
    const taken = inItsWay(held);
    setSaid(taken ? words.said.overTaken(where(held.over), taken) : words.said.over(where(held.over)));
  }

  function showDay(day: string) {
    const shown = days.show(day);
    if (!holding || !shown) return;
    const there = overOnDay(reach, holding, shown.things);
    setHolding(there);
    sayOver(there);
  }

  function drop(at?: Spot) {
    if (!holding) return;
    const held = at === undefined ? holding : hover(holding, at);
    setHolding(null);
    const wish = letGo(held);
    if (!wish) return setSaid(words.said.dropped(called(held)));
    if (wish.act === "take_off") return takeOff(wish);
    put(wish, wish.cell, held.from);
  }

  /** @param from where it was when whoever puts it there saw it */
  function put(run: RunId, cell: Cell, from = spotOf(placementOf(board.placements, run))) {
    const inWay = inTheWay(board, run, cell);
    const taken = list(inWay.map(called), readerLocale());
    setSaid(taken ? words.said.swapped(called(run), taken) : words.said.placed(called(run), where(cell)));
    const asked = { ...onlyRun(run), cell, seen: { from, there: inWay.map(keyOf) } };
    act("edit", placing(board, run, cell), (does) => does.place(asked)).catch(forget);
  }

  function takeOff(run: RunId) {
    const from = placementOf(board.placements, run);
    setHolding(null);
    if (!from) return;
    setSaid(words.said.off(called(run)));
    const asked = { ...onlyRun(run), from: onlyCell(from) };
    act("edit", takingOff(board.placements, run), (does) => does.takeOff(asked)).catch(forget);
  }

  function pin(run: RunId, pinned: boolean) {
    setHolding(null);
    setSaid((pinned ? words.said.pinned : words.said.unpinned)(called(run)));
    const asked = { ...onlyRun(run), pinned };
    act("edit", pinning(board.placements, run, pinned), (does) => does.pin(asked)).catch(forget);
  }

  function reshape(run: RunId, what: Reshaping) {
    setHolding(null);
    const edit = reshaping(board, run, what);
    setSaid(words.said[what](called(run)));
    const shown = typeof edit === "string" ? null : edit;
    act("edit", shown, (does) => does.reshape({ ...onlyRun(run), act: what })).catch(forget);
  }

  const editor: EditorState = {
    board,
    zone,
    days,
    open,
    alive,
    onlyLooks: actions === null,
    holding: open ? holding : null,
    busy: acting.busy,
    said,
    refusal: acting.refusal,
    undo: acting.undo,
    redo: acting.redo,
    mayPublish: Boolean(actions?.publish),
    pick,
    over: (spot) => setHolding((held) => held && hover(held, spot)),
    move,
    showDay,
    turnDay: (by) => showDay(days.beside(by)),
    drop,
    put: (run, cell) => put(run, cell),
    cancel: () => {
      if (holding) setSaid(words.said.dropped(called(holding)));
      setHolding(null);
    },
    takeOff,
    pin,
    reshape,
    expect: (pitchId, expected) => {
      setSaid(words.said.expected);
      act("edit", null, (does) => does.expect({ pitchId, expected })).catch(forget);
    },
    undoLast: () => {
      act("undo", null, (does) => does.undo())
        .then(({ undone, refusal }) => refusal || setSaid(words.undone[undone ?? "nothing"]))
        .catch(forget);
    },
    redoLast: () => {
      act("undo", null, (does) => does.redo())
        .then(({ redone, refusal }) => refusal || setSaid(words.redone[redone ?? "nothing"]))
        .catch(forget);
    },
    ask: () => {
      setHolding(null);
      act("ask", null, (does) => does.ask()).catch(forget);
    },
    ...takingOf(board, act, setSaid, called),
    putAway: () => void act("edit", null, (does) => does.drop()).catch(forget),
    publish: (tells) =>
      act("publish", null, async (does) =>
        does.publish!({ mark: arrangedMark(board), base: board.published, tells }),
      )
        .then(({ published }) => {
          if (published) setSaid(publishedWords(published));
          return published !== undefined;
        })
        .catch(() => false),
  };
  return <Context value={editor}>{children}</Context>;
}

const spotOf = (placed: Cell | null): Spot => placed && { slotId: placed.slotId, roomId: placed.roomId };

/** The fault was shown when it happened. */
function forget(): void {}
