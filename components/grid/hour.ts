import type { Hour } from "#components/ui/hour.ts";
import type { SlotView } from "#domain/slot.ts";

export function hourOfSlot(slot: SlotView): Hour {
  return slot.kind === "break" || slot.hour < 1 || slot.hour > 6 ? "pause" : (slot.hour as Hour);
}
