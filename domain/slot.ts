/** Slots: the rows of the grid. A break (lunch, welcome) is a slot in which only what is pinned happens. */

export const SLOT_KINDS = ["session", "break"] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

export type SlotView = {
  id: string;
  kind: SlotKind;
  /** Empty for a slot of sessions. */
  title: string;
  /** ISO 8601 instants. */
  startsAt: string;
  endsAt: string;
  /** 1 to 6 for the colour of the hour; 0 for a break. */
  hour: number;
  /** 1 for the first slot of sessions of its day; 0 for a break. */
  number: number;
};

/** A slot with the id of the day it belongs to: by the clock a night cannot be told from a long afternoon off. */
export type SlotOfACamp = SlotView & { dayId: string };

export type HourOf = Pick<SlotView, "kind" | "startsAt">;

export const HOURS = 6;

/**
 * Numbers the slots of sessions in the order of the day and gives each its tint, spread over the whole day; breaks
 * get 0 and 0. @param slots of one day, in order of time
 */
export function numberSlots(slots: readonly HourOf[]): { number: number; hour: number }[] {
  const total = slots.filter((slot) => slot.kind === "session").length;
  let number = 0;
  return slots.map((slot) => {
    if (slot.kind === "break") return { number: 0, hour: 0 };
    number += 1;
    const hour = total <= HOURS ? number : 1 + Math.floor(((number - 1) * HOURS) / total);
    return { number, hour };
  });
}

/** Whether a slot is under way or over, so that nothing new is put into it. @param now milliseconds since 1970 */
export function hasBegun({ startsAt }: Pick<SlotView, "startsAt">, now: number): boolean {
  return Date.parse(startsAt) <= now;
}

/** Where the day stands: the slot that is on, and the first one still to come. Both null before and after. */
export function whereInTheDay<S extends { startsAt: string; endsAt: string }>(
  slots: readonly S[],
  now: number,
): { on: S | null; next: S | null } {
  const on = slots.find((slot) => hasBegun(slot, now) && now < Date.parse(slot.endsAt)) ?? null;
  const next = slots.find((slot) => !hasBegun(slot, now)) ?? null;
  return { on, next };
}
