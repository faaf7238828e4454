/** Rooms that are switched off, for one slot or for all: nothing new goes there, and what stands there is warned of. */

/** `slotId` is null for every slot; `note` says why, and may be empty. */
export type RoomOff = { id: string; roomId: string; slotId: string | null; note: string };

/** Why a cell is switched off, or null where it is not. A reason for this one slot comes before one for all. */
export function offAt(
  off: readonly RoomOff[],
  { slotId, roomId }: { slotId: string; roomId: string },
): RoomOff | null {
  const here = off.filter((it) => it.roomId === roomId);
  return here.find((it) => it.slotId === slotId) ?? here.find((it) => it.slotId === null) ?? null;
}

/** In which of these slots, by index, a room is switched off. */
export function closedIn(
  off: readonly RoomOff[],
  roomId: string,
  slots: readonly { id: string }[],
): number[] {
  return slots.flatMap(({ id }, index) => (offAt(off, { slotId: id, roomId }) ? [index] : []));
}
