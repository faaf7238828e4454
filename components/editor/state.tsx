"use client";

/**
 * The editor's one state: the board, the card in the hand, what is said aloud. Pointer, finger and keyboard all come
 * through here.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { useAlive } from "#components/ui/alive.ts";
import { onlyCell } from "#domain/cell.ts";
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
import { keyOf, onlyRun, type RunId } from "#domain/run.ts";
import { takingAll, takingOne } from "#domain/suggestion-changes.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { type Busy, useActing } from "./acting.ts";
import type { GridActions, GridAnswer } from "./answer.ts";
import { type Board, boardOf } from "./board.ts";
import { type Days, useDays } from "./days.ts";
import { placeWords } from "./words.ts";

const words = wordsOf("editor");
const suggestionWords = wordsOf("suggestion");

export type EditorState = {
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
  mayPublish: boolean;
  pick: (run: RunId) => void;
  over: (spot: Spot) => void;
  move: (direction: Direction) => void;
  /** Turns to the day before or after, and holds the card over its first slot. */
  turnDay: (by: 1 | -1) => void;
  /** Lets go where the card is, or at a spot. */
  drop: (at?: Spot) => void;
  cancel: () => void;
  takeOff: (run: RunId) => void;
  pin: (run: RunId, pinned: boolean) => void;
  /** Over one slot or two, once or again. */
  reshape: (run: RunId, act: Reshaping) => void;
  expect: (pitchId: string, expected: number | null) => void;
  undoLast: () => void;
  /** Asks the planner for a grid. */
  ask: () => void;
  /** Takes what the planner found: one change, or all of it. */
  take: (run: RunId | null) => void;
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
  const [holding, setHolding] = useState<Holding | null>(null);
  const [said, setSaid] = useState("");
  const acting = useActing(actions, first, live.v, () => setSaid(""));
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
  const titleOf = ({ pitchId }: Pick<RunId, "pitchId">) => board.cards.get(pitchId)?.pitch.title ?? "";
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
    setSaid(words.said.picked(titleOf(run), where(held.from)));
  }

  /** The titles of what stands where a card would come to stand. */
  function inItsWay({ over, ...held }: Holding): string {
    const there = over ? inTheWay(board, held, over) : [];
    return list(there.map(titleOf), readerLocale());
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

  function turnDay(by: 1 | -1) {
    const day = days.turn(by);
    if (!holding || !day) return;
    const there = overOnDay(reach, holding, day.things);
    setHolding(there);
    sayOver(there);
  }

  function drop(at?: Spot) {
    if (!holding) return;
    const held = at === undefined ? holding : hover(holding, at);
    setHolding(null);
    const wish = letGo(held);
    if (!wish) return setSaid(words.said.dropped(titleOf(held)));
    if (wish.act === "take_off") return takeOff(wish);
    const { cell } = wish;
    const [taken, there] = [inItsWay(held), inTheWay(board, wish, cell).map(keyOf)];
    setSaid(taken ? words.said.swapped(titleOf(wish), taken) : words.said.placed(titleOf(wish), where(cell)));
    const asked = { ...onlyRun(wish), cell, seen: { from: held.from, there } };
    act("edit", placing(board, wish, cell), (does) => does.place(asked)).catch(forget);
  }

  function takeOff(run: RunId) {
    const from = placementOf(board.placements, run);
    setHolding(null);
    if (!from) return;
    setSaid(words.said.off(titleOf(run)));
    const asked = { ...onlyRun(run), from: onlyCell(from) };
    act("edit", takingOff(board.placements, run), (does) => does.takeOff(asked)).catch(forget);
  }

  function pin(run: RunId, pinned: boolean) {
    setHolding(null);
    setSaid((pinned ? words.said.pinned : words.said.unpinned)(titleOf(run)));
    const asked = { ...onlyRun(run), pinned };
    act("edit", pinning(board.placements, run, pinned), (does) => does.pin(asked)).catch(forget);
  }

  function reshape(run: RunId, what: Reshaping) {
    setHolding(null);
    const edit = reshaping(board, run, what);
    setSaid(words.said[what](titleOf(run)));
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
    mayPublish: Boolean(actions?.publish),
    pick,
    over: (spot) => setHolding((held) => held && hover(held, spot)),
    move,
    turnDay,
    drop,
    cancel: () => {
      if (holding) setSaid(words.said.dropped(titleOf(holding)));
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
    ask: () => {
      setHolding(null);
      act("ask", null, (does) => does.ask()).catch(forget);
    },
    take: (run) => {
      const { suggestion } = board;
      if (!suggestion?.best) return;
      const { best } = suggestion;
      const edit = run === null ? takingAll(best, board) : takingOne(best, board, run);
      setSaid(run === null ? suggestionWords.taken : suggestionWords.takenOne(titleOf(run)));
      const to = run && placementOf(best.placements, run);
      const change = run && { ...onlyRun(run), to: to && onlyCell(to) };
      act("take", edit, (does) => does.take({ suggestion: suggestion.id, change })).catch(forget);
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
