import type { Hour } from "#components/ui/hour.ts";
import type { SlotView } from "#domain/slot.ts";

/** The colour a slot wears; breaks are paper-grey. */
export function hourOfSlot(slot: SlotView): Hour {
  return slot.kind === "break" || slot.hour < 1 || slot.hour > 6 ? "pause" : (slot.hour as Hour);
}
