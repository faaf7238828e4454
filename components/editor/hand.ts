"use client";

/** The hand of whoever arranges: which card is in it, where it is, and what is said of it. */
import { useEffect, useRef, useState } from "react";
import { inTheWay } from "#domain/draft.ts";
import {
  type Direction,
  type Holding,
  heldNow,
  hover,
  letGo,
  overOnDay,
  pickUp,
  type Spot,
  step,
} from "#domain/holding.ts";
import type { RunId } from "#domain/run.ts";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Board } from "./board.ts";
import type { Days } from "./days.ts";
import type { Edits } from "./edits.ts";
import { placeWords, titleOf } from "./words.ts";

const words = wordsOf("editor");

export type Hand = {
  holding: Holding | null;
  /** What somebody else did with the card while it was in the hand; empty where nobody did anything. */
  meanwhile: string;
  pick: (run: RunId) => void;
  over: (spot: Spot) => void;
  move: (direction: Direction) => void;
  /** Shows a day; a card in the hand is over its first slot then. */
  showDay: (day: string) => void;
  /** The same with the day before or after. */
  turnDay: (by: 1 | -1) => void;
  /** Lets go where the card is, or at a spot. */
  drop: (at?: Spot) => void;
  cancel: () => void;
};

/** What is held, as it is known here and now. */
type HeldCard = Pick<Hand, "holding" | "meanwhile" | "over"> & { set: (holding: Holding | null) => void };

/** The card in the hand, from where it is by now: what another desk did with it is said at once. */
export function useHeld(board: Board, zone: string, say: (said: string) => void): HeldCard {
  const [holding, setHolding] = useState<Holding | null>(null);
  const [meanwhile, setMeanwhile] = useState("");
  const known = useRef(board);
  useEffect(() => {
    const before = known.current;
    known.current = board;
    if (!holding) return;
    const now = heldNow(board, holding);
    if (now === holding) return;
    const said = now
      ? words.said.movedMeanwhile(titleOf(board, now), placeWords(board, zone, now.from))
      : words.said.gone(titleOf(before, holding));
    setHolding(now);
    setMeanwhile(said);
    say(said);
  }, [board, holding, zone, say]);
  const set = (next: Holding | null) => {
    setHolding(next);
    if (next?.pitchId !== holding?.pitchId || next?.copy !== holding?.copy) setMeanwhile("");
  };
  // A pointer enters a cell before what it picked up is drawn.
  const over = (spot: Spot) => setHolding((it) => it && hover(it, spot));
  return { holding, meanwhile, over, set };
}

type Around = {
  board: Board;
  zone: string;
  days: Days;
  held: HeldCard;
  edits: Pick<Edits, "put" | "takeOff">;
  say: (said: string) => void;
};

export function handOf({
  board,
  zone,
  days,
  held,
  edits,
  say,
}: Around): Omit<Hand, "holding" | "meanwhile" | "over"> {
  const { holding, set } = held;
  const where = (spot: Spot) => placeWords(board, zone, spot);
  const called = (run: RunId) => titleOf(board, run);
  // Only the rows that take sessions: a card never stops over lunch.
  const reach = {
    slots: board.slots.filter((slot) => slot.kind === "session").map((slot) => slot.id),
    rooms: board.rooms.map((room) => room.id),
    placements: board.placements,
  };

  function sayOver({ over, ...run }: Holding) {
    const there = over ? inTheWay(board, run, over) : [];
    const taken = list(there.map(called), readerLocale());
    say(taken ? words.said.overTaken(where(over), taken) : words.said.over(where(over)));
  }

  function cancel() {
    if (holding) say(words.said.dropped(called(holding)));
    set(null);
  }

  function showDay(day: string) {
    const shown = days.show(day);
    if (!holding || !shown) return;
    const there = overOnDay(reach, holding, shown.things);
    set(there);
    sayOver(there);
  }

  return {
    pick: (run) => {
      const picked = pickUp(reach, run);
      set(picked);
      say(words.said.picked(called(run), where(picked.from)));
    },
    move: (direction) => {
      if (!holding) return;
      const moved = step(reach, holding, direction);
      set(moved);
      if (moved.over) days.showSlot(moved.over.slotId);
      sayOver(moved);
    },
    showDay,
    turnDay: (by) => showDay(days.beside(by)),
    drop: (at) => {
      if (!holding) return;
      const wish = letGo(at === undefined ? holding : hover(holding, at));
      if (!wish) return cancel();
      set(null);
      if (wish.act === "take_off") edits.takeOff(wish);
      else edits.put(wish, wish.cell, holding.from);
    },
    cancel,
  };
}
