import { type EventView, PHASES } from "#domain/event.ts";

/** Whether people are at the camp at the moment: from doors to the last session. */
export function isOn({ phase }: EventView): boolean {
  return ["doors", "pitching", "grid", "sessions"].includes(phase);
}

/** Whether the day is behind it. */
export function isPast({ phase }: EventView): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf("after");
}
