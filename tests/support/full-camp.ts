/** A camp in the middle of a full day. */
import type { Database } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { pitch } from "#db/schema/pitch.ts";
import type { GridView } from "#domain/grid.ts";
import { fullGrid } from "./full-grid.ts";
import { type PitchingCamp, pitchingCamp } from "./pitching.ts";
import { freeze } from "./published.ts";

/** @param begins its first slot, in milliseconds since 1970 @param change what of its grid is otherwise */
export async function fullCamp(
  db: Database,
  begins: number,
  size: Parameters<typeof fullGrid>[1] = {},
  change: (grid: GridView) => Partial<GridView> = () => ({}),
): Promise<PitchingCamp> {
  const camp = await pitchingCamp(db, "sessions", new Date(begins));
  const grid = fullGrid(begins, size);
  const ids = new Map([...grid.rooms, ...grid.slots, ...grid.sessions].map(({ id }) => [id, newId()]));
  const named = <Row extends { id: string }>(row: Row): Row => ({ ...row, id: ids.get(row.id)! });
  const sessions = grid.sessions.map(named);
  const whole = {
    ...grid,
    rooms: grid.rooms.map(named),
    slots: grid.slots.map(named),
    sessions,
    placements: grid.placements.map(({ pitchId, slotId, roomId, ...rest }) => ({
      pitchId: ids.get(pitchId)!,
      slotId: ids.get(slotId)!,
      roomId: ids.get(roomId)!,
      ...rest,
    })),
  };
  await db.insert(pitch).values(sessions.map(({ id, title }) => ({ id, eventId: camp.eventId, title })));
  await freeze(db, camp.eventId, { ...whole, ...change(whole) });
  await bump(db, camp.eventId, ["event", "grid", "pitches"]);
  return camp;
}
