"use client";

/** The keyboard's hand on the one machine. */
import { useEffect } from "react";
import type { Direction } from "#domain/holding.ts";
import { useEditor } from "./state.tsx";

const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const PAGES: Record<string, 1 | -1> = { PageUp: -1, PageDown: 1 };

/**
 * Moves the card in the hand, wherever the focus is but in a field or on another button: the card itself may be on a day
 * that is not shown any more.
 */
export function useSteering(): void {
  const { days, holding, move, drop, cancel, turnDay } = useEditor();
  useEffect(() => {
    if (!holding) return;
    function steer(event: KeyboardEvent) {
      const { target } = event;
      // What a dialog is told is its own.
      if (target instanceof Element && target.closest("dialog")) return;
      if (event.key === "Escape") return cancel();
      const nowhere = target === document.body;
      if (!nowhere && !(target instanceof HTMLElement && target.matches("[data-held=true]"))) return;
      const [direction, by] = [ARROWS[event.key], PAGES[event.key]];
      if (direction) move(direction);
      else if (by && days.all.length > 1) turnDay(by);
      else if (nowhere && (event.key === "Enter" || event.key === " ")) drop();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", steer);
    return () => document.removeEventListener("keydown", steer);
  });
}
