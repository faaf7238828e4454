import type { GridChange, GridView, Spot } from "#domain/grid.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { type Place, timeOn } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("grid");

type Cell = { room: string; at: string };

/** By the change itself, else by this grid; null when neither knows the cell. */
function cellOf(grid: GridView, cell: Spot | null, place: Place): Cell | null {
  const room = cell?.room ?? grid.rooms.find(({ id }) => id === cell?.roomId)?.name;
  const startsAt = cell?.startsAt ?? grid.slots.find(({ id }) => id === cell?.slotId)?.startsAt;
  if (!room || !startsAt) return null;
  // A session may come from a day that the grid has nothing on any more.
  const several = onSeveralDays([...grid.slots, { startsAt }], place.zone);
  return { room, at: timeOn(startsAt, several, place) };
}

/**
 * "Moved from Studio 2", "Moved from 11am", "Was called Hall", "New"; null on the first version, and where nobody would
 * see a difference.
 */
export function changeTag(grid: GridView, change: GridChange | null, place: Place): string | null {
  if (!change?.to || grid.number === 1) return null;
  if (!change.from) return words.changed.fresh;
  const [from, to] = [change.from, change.to].map((spot) => cellOf(grid, spot, place));
  if (!from || !to) return words.changed.movedSomewhere;
  if (from.at !== to.at) return words.changed.movedSlot(from.at);
  if (from.room === to.room) return null;
  const renamed = change.from.roomId === change.to.roomId;
  return renamed ? words.changed.renamed(from.room) : words.changed.movedRoom(from.room);
}

/**
 * A sentence for each change; none on the first version.
 * @param from leaves out slots that started before, milliseconds since 1970
 */
export function changeSentences(grid: GridView, place: Place, from = 0): { id: string; sentence: string }[] {
  if (grid.number === 1) return [];
  const started = new Set(grid.slots.filter((slot) => Date.parse(slot.startsAt) < from).map(({ id }) => id));
  const still = grid.changes.filter(({ to }) => !to || !started.has(to.slotId));
  return still.map((change) => {
    const to = cellOf(grid, change.to, place);
    if (!to) return { id: change.pitchId, sentence: words.changed.off(change.title) };
    const say = change.from ? words.changed.moved : words.changed.added;
    return { id: change.pitchId, sentence: say(change.title, to.room, to.at) };
  });
}
