import { placeOf } from "#components/event/place.ts";
import type { Option } from "#components/repair/options.tsx";
import type { Options } from "#db/repair/options.ts";
import type { Cell } from "#domain/cell.ts";
import type { EventView } from "#domain/event.ts";
import { headsOf } from "#domain/heads.ts";
import type { Repair } from "#domain/repair/options.ts";
import { concernedBy, type Trouble } from "#domain/repair.ts";
import { cameTo } from "#domain/turnout.ts";
import { time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { timeWords } from "./where.ts";

const words = wordsOf("repair").options;

/** The repairs in words, each with what its form carries. */
export function optionsOf(
  { repairs, grid, kept }: Options,
  trouble: Trouble,
  camp: Pick<EventView, "slug" | "zone" | "locale">,
): Option[] {
  const titleOf = (id: string) => grid.sessions.find((session) => session.id === id)?.title ?? "";
  const where = ({ slotId, roomId }: Cell) => {
    const slot = grid.slots.find(({ id }) => id === slotId);
    const room = grid.rooms.find(({ id }) => id === roomId)?.name ?? "";
    return slot ? words.cell(room, timeWords(slot.startsAt, grid, camp)) : room;
  };
  return repairs.map((repair) => ({
    ...titleOfWay(repair),
    says: [
      ...closesWords(repair, trouble, grid),
      ...repair.moves.map(({ pitchId, to }) =>
        to ? words.move(titleOf(pitchId), where(to)) : words.takeOff(titleOf(pitchId)),
      ),
    ],
    effect: effectOf(repair, kept),
    sent: JSON.stringify({ trouble, moves: repair.moves, closes: repair.closes, seen: grid.number }),
  }));
}

function closesWords({ closes }: Repair, trouble: Trouble, { rooms }: Options["grid"]): string[] {
  if (trouble.kind === "slot_lost") return [words.slotOff];
  return closes.map(({ roomId }) => words.off(rooms.find(({ id }) => id === roomId)?.name ?? ""));
}

/** How it is done, and what its button says: of one that has a place for some alone, that it has. */
function titleOfWay({ way, moves }: Repair): Pick<Option, "title" | "does"> {
  const goesOff = moves.some(({ to }) => to === null);
  return goesOff && way !== "off"
    ? { title: words.partly(words.way[way]), does: words.doPartly }
    : { title: words.way[way], does: words.do[way] };
}

/** How many it touches, and how many find a seat where all have a place; nothing of that where counts are kept. */
function effectOf({ moves, people, unseated }: Repair, kept: boolean): string[] {
  if (moves.length === 0) return [words.nobody];
  if (kept) return [words.told];
  const goesOff = moves.some(({ to }) => to === null);
  const seats = unseated > 0 ? words.fewer(unseated) : unseated < 0 ? words.more(0 - unseated) : words.same;
  return [goesOff ? words.touches(people) : `${words.touches(people)} ${seats}`, words.told];
}

/** What the numbers go by: how many were counted in the room, or expected there, which nobody hears where counts are kept. */
export function basisOf(
  { grid, counts, kept }: Options,
  trouble: Trouble,
  camp: Pick<EventView, "zone" | "locale">,
): string | null {
  const [run, ...others] = concernedBy(grid, trouble);
  if (!run || others.length > 0) return null;
  const came = cameTo(counts, [run]).has(run.key);
  const count = came && counts.find(({ key }) => key === run.key);
  const expected = kept ? null : (grid.heads?.[run.key] ?? null);
  const known = headsOf({ counted: count ? count.heads : null, expected });
  if (!known || (!count && known.heads === 0)) return null;
  return count ? words.counted(count.heads, time(count.at, placeOf(camp))) : words.expected(known.heads);
}
