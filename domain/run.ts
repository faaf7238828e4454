/** A session as often as it happens: each time once, in one room, from the start of its first slot to the end of its last. */
import { cellsOf, type Spanning } from "#domain/cell.ts";
import type { SlotView } from "#domain/slot.ts";

/** Which run of which session: 0 for the first one, and for that of a session that runs once. */
export type RunId = { pitchId: string; copy: number };

export type Run = RunId & {
  /** The same for the same run of a session in every version. */
  key: string;
  /** Its first slot. */
  slotId: string;
  roomId: string;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
};

/** How a run is named in addresses, calendars and stars. */
export const runKey = (pitchId: string, copy: number): string =>
  copy === 0 ? pitchId : `${pitchId}-${copy}`;

export const keyOf = ({ pitchId, copy }: RunId): string => runKey(pitchId, copy);

export const onlyRun = ({ pitchId, copy }: RunId): RunId => ({ pitchId, copy });

export const sameRun = (a: RunId, b: RunId): boolean => a.pitchId === b.pitchId && a.copy === b.copy;

/** A grid, as far as its runs go. */
type Held = {
  rooms: readonly { id: string }[];
  slots: readonly Pick<SlotView, "id" | "number" | "startsAt" | "endsAt">[];
  placements: readonly (RunId & Spanning)[];
};

/** All runs of a grid, in order of time, then of the rooms. A run whose slot or room is not in the grid is left out. */
export function runsOf({ rooms, slots, placements }: Held): Run[] {
  const slotAt = new Map(slots.map((slot, index) => [slot.id, { slot, index }]));
  const roomAt = new Map(rooms.map(({ id }, index) => [id, index]));
  return placements
    .flatMap((placement) => {
      const { pitchId, copy, slotId, roomId } = placement;
      const at = slotAt.get(slotId);
      const room = roomAt.get(roomId);
      if (at === undefined || room === undefined) return [];
      const last = cellsOf(placement, slots).at(-1)!.slotId;
      const { startsAt } = at.slot;
      const { endsAt } = slotAt.get(last)!.slot;
      const run = { key: runKey(pitchId, copy), pitchId, copy, slotId, roomId, startsAt, endsAt };
      return [{ run, order: at.index * roomAt.size + room }];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ run }) => run);
}
