"use client";

/** The pointer's hand on the one machine: what is dragged is held, what it is over is hovered, a drop lets go. */
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useRef } from "react";
import type { Spot } from "#domain/holding.ts";
import type { RunId } from "#domain/run.ts";
import { type EditorState, useEditor } from "./state.tsx";

/** The latest value, for listeners that live longer than a render. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

type Targets = readonly { data: Record<string | symbol, unknown> }[];

/** The spot under the pointer; undefined where nothing takes a card. */
const spotOf = (targets: Targets): Spot | undefined => targets[0]?.data.spot as Spot | undefined;

/** Follows every drag on the page. */
export function useDrag(): void {
  const editor: RefObject<EditorState> = useLatest(useEditor());
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data.pitchId === "string",
        onDragStart: ({ source }) => editor.current.pick(source.data as RunId),
        onDropTargetChange: ({ location }) => {
          const day = location.current.dropTargets[0]?.data.day;
          if (typeof day === "string") editor.current.days.show(day);
          const spot = spotOf(location.current.dropTargets);
          if (spot !== undefined) editor.current.over(spot);
        },
        onDrop: ({ location }) => {
          const spot = spotOf(location.current.dropTargets);
          if (spot === undefined) editor.current.cancel();
          else editor.current.drop(spot);
        },
      }),
    [editor],
  );
}

/** Makes a card one that a pointer can drag. */
export function useDraggable(
  element: RefObject<HTMLElement | null>,
  { pitchId, copy }: RunId,
  able: boolean,
): void {
  useEffect(() => {
    if (!able || !element.current) return;
    return draggable({ element: element.current, getInitialData: () => ({ pitchId, copy }) });
  }, [element, pitchId, copy, able]);
}

/** Makes a cell, or the tray, take what is dropped on it. @param spot by value: its ids, or null for the tray */
export function useDropTarget(element: RefObject<HTMLElement | null>, spot: Spot): void {
  const [slotId, roomId] = [spot?.slotId, spot?.roomId];
  useEffect(() => {
    if (!element.current) return;
    const data = { spot: slotId && roomId ? { slotId, roomId } : null };
    return dropTargetForElements({ element: element.current, getData: () => data });
  }, [element, slotId, roomId]);
}

/** Makes the name of a day turn to it once a card is dragged there. */
export function useDayTarget(element: RefObject<HTMLElement | null>, day: string): void {
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({ element: element.current, getData: () => ({ day }) });
  }, [element, day]);
}
