/** A published grid as a page lays it out: day by day, what is over apart from what is to come, a cell for each room. */
import type { GridChange, GridView } from "#domain/grid.ts";
import { newsAt } from "#domain/grid-change.ts";
import type { RunId } from "#domain/run.ts";
import { hasEnded, type IsTheirs, type RunView, viewRuns } from "#domain/run-view.ts";
import type { SlotView } from "#domain/slot.ts";
import { byDay, isOnDate } from "#domain/time/date.ts";

/** What begins in a room in a slot; `rows` is how many slots it takes, and 0 where what began before goes on. */
export type Cell = { runs: readonly RunView[]; gone: readonly GridChange[]; rows: number };

/** A slot with its cells in the order of the rooms; `lost` was taken off from rooms that the grid has no more. */
export type Row = {
  slot: SlotView;
  startsAt: string;
  cells: readonly Cell[];
  runs: readonly RunView[];
  lost: readonly GridChange[];
};

/** `YYYY-MM-DD` in the camp's zone, and its slots in order of time. */
export type GridDay = { day: string; over: readonly Row[]; rest: readonly Row[] };

type Asked = {
  zone: string;
  /** When the page was opened: what was over then is apart, and stays so while it is read. Milliseconds since 1970. */
  opened: number;
  now: number;
  /** Leaves out what is not theirs, and slots without any that is or was. */
  only?: Theirs;
};

/** What of a grid is somebody's; and of a run that was taken off, whether it would be theirs if it still stood. */
export type Theirs = { isTheirs: IsTheirs; wasTheirs: (run: RunId) => boolean };

export function gridDays(grid: GridView, { zone, opened, now, only }: Asked): GridDay[] {
  const runs = viewRuns(grid, now).filter((run) => only?.isTheirs(run) ?? true);
  const news = newsAt(grid, now).filter((change) => !change.to && (only?.wasTheirs(change) ?? true));
  const isWanted = ({ id }: SlotView) =>
    runs.some(({ slotId }) => slotId === id) || news.some(({ from }) => from?.slotId === id);
  const slots = grid.slots.filter((slot) => !only || isWanted(slot));
  const isOver = (slot: SlotView) =>
    hasEnded(slot, opened) && runs.every((run) => run.slotId !== slot.id || hasEnded(run, opened));
  return byDay(slots, zone).map(({ day, things }) => {
    const [over, rest] = [things.filter(isOver), things.filter((slot) => !isOver(slot))];
    return { day, over: rowsOf(grid, over, runs, news), rest: rowsOf(grid, rest, runs, news) };
  });
}

function rowsOf(
  { rooms }: GridView,
  slots: readonly SlotView[],
  all: readonly RunView[],
  news: readonly GridChange[],
): Row[] {
  /** In how many more rows what a room has goes on. */
  const going = rooms.map(() => ({ runs: [] as readonly RunView[], rows: 0 }));
  return slots.map((slot, at) => {
    const runs = all.filter(({ slotId }) => slotId === slot.id);
    const off = news.filter(({ from }) => from?.slotId === slot.id);
    const cells = rooms.map(({ id }, column): Cell => {
      const here = runs.filter(({ roomId }) => roomId === id);
      const before = going[column]!;
      if (before.rows > 0 && here.length === 0) {
        before.rows -= 1;
        return { runs: before.runs, gone: [], rows: 0 };
      }
      const rows = Math.max(1, ...here.map((run) => rowsTaken(run, slots.slice(at), all)));
      going[column] = { runs: here, rows: rows - 1 };
      return { runs: here, gone: off.filter(({ from }) => from?.roomId === id), rows };
    });
    const lost = off.filter(({ from }) => !rooms.some(({ id }) => id === from?.roomId));
    return { slot, startsAt: slot.startsAt, cells, runs, lost };
  });
}

/** As many slots as it meets, up to the next that has something of its own in that room. */
function rowsTaken(run: RunView, [, ...later]: readonly SlotView[], all: readonly RunView[]): number {
  const taken = (slot: SlotView) => all.some((it) => it.slotId === slot.id && it.roomId === run.roomId);
  const end = later.findIndex((slot) => Date.parse(slot.startsAt) >= Date.parse(run.endsAt) || taken(slot));
  return 1 + (end < 0 ? later.length : end);
}

/** What a time is in which no slot is, by what comes: the first of all, the first today, what follows, or not today. */
export type Gap = "first" | "today" | "between" | "night";

/** @param next the first slot to come @param now milliseconds since 1970 */
export function gapAt(slots: readonly SlotView[], next: SlotView, now: number, zone: string): Gap {
  if (!isOnDate(next.startsAt, now, zone))
    return slots.some(({ startsAt }) => Date.parse(startsAt) <= now) ? "night" : "first";
  const begun = slots.filter(({ kind, startsAt }) => kind === "session" && Date.parse(startsAt) <= now);
  if (begun.length === 0) return "first";
  return begun.some(({ startsAt }) => isOnDate(startsAt, now, zone)) ? "between" : "today";
}
