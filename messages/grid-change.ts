import type { GridChange, GridView, Spot } from "#domain/grid.ts";
import { newsAt } from "#domain/grid-change.ts";
import { keyOf } from "#domain/run.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { type Place, time, timeOn } from "#messages/format.ts";
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

/** "Moved from Studio 2", "Moved from 11am", "Was called Hall", "New"; null where nobody would see a difference. */
export function changeTag(grid: GridView, change: GridChange | null, place: Place): string | null {
  if (!change?.to) return null;
  if (!change.from) return words.changed.fresh;
  const [from, to] = [change.from, change.to].map((spot) => cellOf(grid, spot, place));
  if (!from || !to) return words.changed.movedSomewhere;
  if (from.at !== to.at) return words.changed.movedSlot(from.at);
  if (from.room === to.room) return null;
  const renamed = change.from.roomId === change.to.roomId;
  return renamed ? words.changed.renamed(from.room) : words.changed.movedRoom(from.room);
}

/** Whether a session goes on for longer or not as long, from where it was. */
const lastsOnly = ({ from, to }: GridChange) =>
  from?.slotId === to?.slotId && from?.roomId === to?.roomId && from?.length !== to?.length;

/** "Main hall", of where a session was that was taken off; null where nobody knows any more. */
export function goneFrom(grid: GridView, { from }: GridChange, place: Place): string | null {
  return cellOf(grid, from, place)?.room ?? null;
}

/**
 * A sentence for each change that is still news.
 * @param now milliseconds since 1970
 * @param from leaves out slots that started before, in the same
 */
export function changeSentences(
  grid: GridView,
  place: Place,
  now: number,
  from = 0,
): { id: string; sentence: string }[] {
  const started = new Set(grid.slots.filter((slot) => Date.parse(slot.startsAt) < from).map(({ id }) => id));
  const starts = new Map(grid.slots.map(({ id, startsAt }) => [id, startsAt]));
  const when = ({ from: was, to }: GridChange) =>
    starts.get((to ?? was)?.slotId ?? "") ?? was?.startsAt ?? "";
  const still = newsAt(grid, now)
    .filter(({ to }) => !to || !started.has(to.slotId))
    .sort((a, b) => Date.parse(when(a)) - Date.parse(when(b)) || 0);
  return still.map((change) => {
    const to = cellOf(grid, change.to, place);
    if (!to) return { id: keyOf(change), sentence: words.changed.off(change.title) };
    const until = change.to?.endsAt;
    if (until && lastsOnly(change))
      return { id: keyOf(change), sentence: words.changed.lasts(change.title, to.room, time(until, place)) };
    const say = change.from ? words.changed.moved : words.changed.added;
    return { id: keyOf(change), sentence: say(change.title, to.room, to.at) };
  });
}
