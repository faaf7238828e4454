/** What moved since the version before, in words. */
import type { GridChange, GridView } from "#domain/grid.ts";
import { grid as words } from "#messages/en/grid.ts";
import { type Place, time } from "#messages/format.ts";

type Cell = { room: string; at: string };

/** The room's name and the slot's time of a cell, or null when either is not on this grid any more. */
function cellOf(grid: GridView, cell: GridChange["from"], place: Place): Cell | null {
  const room = grid.rooms.find(({ id }) => id === cell?.roomId);
  const slot = grid.slots.find(({ id }) => id === cell?.slotId);
  return room && slot ? { room: room.name, at: time(slot.startsAt, place) } : null;
}

/** What a moved session's tag says: "Moved from Studio 2", "Moved from 11am", "New"; null on the first version. */
export function changeTag(grid: GridView, change: GridChange | null, place: Place): string | null {
  if (!change?.to || grid.number === 1) return null;
  const from = cellOf(grid, change.from, place);
  if (!from) return words.changed.fresh;
  const sameSlot = change.from?.slotId === change.to.slotId;
  return sameSlot ? words.changed.movedRoom(from.room) : words.changed.movedSlot(from.at);
}

/**
 * Changes as a sentence each. None on the first version, where everything is new.
 *
 * @param from leaves out what is about slots that started before, milliseconds since 1970
 */
export function changeLines(grid: GridView, place: Place, from = 0): { id: string; line: string }[] {
  if (grid.number === 1) return [];
  const started = new Set(grid.slots.filter((slot) => Date.parse(slot.startsAt) < from).map(({ id }) => id));
  const still = grid.changes.filter(({ to }) => !to || !started.has(to.slotId));
  return still.map((change) => {
    const to = cellOf(grid, change.to, place);
    if (!to) return { id: change.pitchId, line: words.changed.off(change.title) };
    const say = change.from ? words.changed.moved : words.changed.added;
    return { id: change.pitchId, line: say(change.title, to.room, to.at) };
  });
}
