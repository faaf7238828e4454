"use client";

/** Of a camp of several days the desk shows one at a time. */
import { useState } from "react";
import type { EventView } from "#domain/event.ts";
import { dayUnderWay } from "#domain/life.ts";
import type { SlotView } from "#domain/slot.ts";
import { areNamed, byDay } from "#domain/time/date.ts";
import type { Board } from "./board.ts";

/** A date with its slots, in their order. */
export type Day = { day: string; things: readonly SlotView[] };

export type Days = {
  all: readonly Day[];
  /** Whether the days are said, because there are several, or this is not the camp's. */
  named: boolean;
  shown: string;
  show: (day: string) => void;
  /** Shows the day that a slot is on. */
  showSlot: (slotId: string) => void;
  /** Shows the day before or after. @returns it, or null where there is none */
  turn: (by: 1 | -1) => Day | null;
};

export function useDays({ slots }: Board, event: EventView): Days {
  const all = byDay(slots, event.zone);
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = chosen ?? dayUnderWay(event.days)?.date;
  const at = Math.max(
    0,
    all.findIndex(({ day }) => day === wanted),
  );
  return {
    all,
    named: areNamed(
      all.map(({ day }) => day),
      event,
    ),
    shown: all[at]?.day ?? "",
    show: setChosen,
    showSlot: (slotId) => {
      const of = all.find(({ things }) => things.some(({ id }) => id === slotId));
      if (of) setChosen(of.day);
    },
    turn: (by) => {
      const to = all[at + by] ?? null;
      if (to) setChosen(to.day);
      return to;
    },
  };
}
