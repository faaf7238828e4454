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
  /** Shows a day. @returns it, or null where there is none of that date */
  show: (day: string) => Day | null;
  /** Shows the day that a slot is on. */
  showSlot: (slotId: string) => void;
  /** The day before or after the one that is shown; that itself where there is none. */
  beside: (by: 1 | -1) => string;
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
    show: (day) => {
      setChosen(day);
      return all.find((it) => it.day === day) ?? null;
    },
    showSlot: (slotId) => {
      const of = all.find(({ things }) => things.some(({ id }) => id === slotId));
      if (of) setChosen(of.day);
    },
    beside: (by) => (all[at + by] ?? all[at])?.day ?? "",
  };
}
