/** Where something may have happened: what is on, and what is still to come. */
import type { Arranged } from "#domain/grid.ts";
import type { Trouble, TroubleKind } from "#domain/repair.ts";
import { type Run, runsOf } from "#domain/run.ts";
import type { SlotView } from "#domain/slot.ts";
import { dayOf } from "#domain/time/date.ts";

/** A place as an address says it: the id of a room or slot, or the key of a run; `slot` is one for a room, or the rest of the day. */
export type Where = { where: string; slot: string | null };

/** The slots of sessions that are not over, in order of time. @param now milliseconds since 1970 */
export function slotsAhead({ slots }: Pick<Arranged, "slots">, now: number): SlotView[] {
  return slots.filter(({ kind, endsAt }) => kind === "session" && now < Date.parse(endsAt));
}

/** The runs that are on or to come, in order of time. @param now milliseconds since 1970 */
export function runsAhead(grid: Arranged, now: number): Run[] {
  return runsOf(grid).filter(({ endsAt }) => now < Date.parse(endsAt));
}

/**
 * What has happened, of what somebody picked; null where that is not there, or is over.
 *
 * @param zone of the camp, which says what the rest of a day is
 */
export function troubleAt(
  kind: TroubleKind,
  { where, slot }: Where,
  grid: Arranged,
  now: number,
  zone: string,
): Trouble | null {
  const ahead = slotsAhead(grid, now);
  switch (kind) {
    case "room_gone": {
      if (!grid.rooms.some(({ id }) => id === where)) return null;
      const today = ahead.filter((it) => dayOf(it, zone) === dayOf(ahead[0]!, zone));
      const slotIds = (slot === null ? today : ahead.filter(({ id }) => id === slot)).map(({ id }) => id);
      return slotIds.length > 0 ? { kind, roomId: where, slotIds } : null;
    }
    case "slot_lost":
      return ahead.some(({ id }) => id === where) ? { kind, slotId: where } : null;
    default:
      return runsAhead(grid, now).some(({ key }) => key === where) ? { kind, key: where } : null;
  }
}
