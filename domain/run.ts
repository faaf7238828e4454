/** A session as often as it happens: each time once, in one room, from the start of its first slot to the end of its last. */
import type { Arranged } from "#domain/grid.ts";

export type Run = {
  /** The same for the same run of a session in every version. */
  key: string;
  pitchId: string;
  /** 0 for the first time it runs, and for a session that runs once. */
  copy: number;
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

/** All runs of a grid, in order of time, then of the rooms. A run whose slot or room is not in the grid is left out. */
export function runsOf({ rooms, slots, placements }: Arranged): Run[] {
  const slotAt = new Map(slots.map((slot, index) => [slot.id, { slot, index }]));
  const roomAt = new Map(rooms.map(({ id }, index) => [id, index]));
  return placements
    .flatMap(({ pitchId, slotId, roomId }) => {
      const at = slotAt.get(slotId);
      const room = roomAt.get(roomId);
      if (at === undefined || room === undefined) return [];
      const { startsAt, endsAt } = at.slot;
      const run = { key: runKey(pitchId, 0), pitchId, copy: 0, slotId, roomId, startsAt, endsAt };
      return [{ run, order: at.index * roomAt.size + room }];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ run }) => run);
}
