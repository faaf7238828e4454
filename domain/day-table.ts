/** The slots of a day down and the rooms across: a run is one cell, over as many rows as it has slots. */
import type { Arranged } from "#domain/grid.ts";
import { type Run, runsOf } from "#domain/run.ts";
import type { SlotView } from "#domain/slot.ts";

/** A cell with what happens in it, over so many rows; null for one that is free. */
export type TableCell = {
  roomId: string;
  run: Run | null;
  rows: number;
  /** It began above a break, and goes on here. */
  goesOn: boolean;
};

/** `cells` are null for a break in which nothing happens; one that a run from above reaches into is left out. */
export type TableRow = { slot: SlotView; cells: readonly TableCell[] | null };

/**
 * @param slots those to show, in order of time: of one day, or some of it
 * @param roomIds those to show, in their order
 */
export function dayTable(grid: Arranged, slots: readonly SlotView[], roomIds: readonly string[]): TableRow[] {
  const at = occupied(grid);
  const runIn = (slot: SlotView | undefined, roomId: string) =>
    (slot && at.get(`${slot.id} ${roomId}`)) ?? null;
  // A break in which something happens somewhere is a row like any other.
  const busy = new Set([...at.keys()].map((key) => key.split(" ")[0]));
  return slots.map((slot, index): TableRow => {
    if (slot.kind === "break" && !busy.has(slot.id)) return { slot, cells: null };
    const cells = roomIds.flatMap((roomId): TableCell[] => {
      const run = runIn(slot, roomId);
      if (!run) return [{ roomId, run, rows: 1, goesOn: false }];
      if (runIn(slots[index - 1], roomId) === run) return [];
      const below = slots.slice(index).findIndex((it) => runIn(it, roomId) !== run);
      const rows = below < 0 ? slots.length - index : below;
      return [{ roomId, run, rows, goesOn: run.slotId !== slot.id }];
    });
    return { slot, cells };
  });
}

/**
 * The date of which a screen or a sheet is, where nobody chose one: today, else the next there is, else the last.
 *
 * @param dates `YYYY-MM-DD`, in order @returns null where there are none
 */
export function dateShown(dates: readonly string[], today: string): string | null {
  return dates.find((date) => date >= today) ?? dates.at(-1) ?? null;
}

/**
 * Which run is in a slot and a room, by both ids: where it begins, and in every slot that ends before it
 * does, but in no break.
 */
function occupied(grid: Arranged): Map<string, Run> {
  const at = new Map<string, Run>();
  const runs = runsOf(grid);
  const index = new Map(grid.slots.map(({ id }, n) => [id, n]));
  for (const run of runs) at.set(`${run.slotId} ${run.roomId}`, run);
  for (const run of runs) {
    const end = Date.parse(run.endsAt);
    for (const slot of grid.slots.slice(index.get(run.slotId)! + 1)) {
      if (Date.parse(slot.endsAt) > end) break;
      const key = `${slot.id} ${run.roomId}`;
      if (slot.kind !== "break" && !at.has(key)) at.set(key, run);
    }
  }
  return at;
}
