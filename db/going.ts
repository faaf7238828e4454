/** What goes with a room or a slot that is taken away: told before, and agreed to by name. */
import { markOf } from "#db/change.ts";
import type { Store } from "#db/connection.ts";
import { listPlacements, readGrid } from "#db/draft.ts";
import { listPitches } from "#db/pitch.ts";
import type { Organiser } from "#domain/viewer.ts";

/** Rooms and slots that are to be taken away, by id. */
export type Leaving = { rooms?: readonly string[]; slots?: readonly string[] };

/** A session that loses its cell: on the draft, and on what phones show once it is published again. */
export type Going = { pitchId: string; title: string; placed: boolean; published: boolean };

/** The sessions that taking these rooms and slots away would take off the grid, in the order they were pitched. */
export async function whatGoesWith(db: Store, organiser: Organiser, leaving: Leaving): Promise<Going[]> {
  return goingWith(db, organiser.eventId, leaving);
}

/** A fingerprint of what somebody was told would go. */
export const goingMark = (going: readonly Going[]): string => markOf(going.map(({ pitchId }) => pitchId));

/** Whether these may be taken away: nothing goes with them, or exactly what was agreed to. */
export async function mayGo(
  db: Store,
  eventId: string,
  leaving: Leaving,
  agreed: string | null,
): Promise<boolean> {
  const going = await goingWith(db, eventId, leaving);
  return going.length === 0 || goingMark(going) === agreed;
}

async function goingWith(db: Store, eventId: string, { rooms = [], slots = [] }: Leaving): Promise<Going[]> {
  if (rooms.length + slots.length === 0) return [];
  const [pitches, draft, grid] = [
    await listPitches(db, eventId),
    await listPlacements(db, eventId),
    await readGrid(db, eventId),
  ];
  const leaves = ({ roomId, slotId }: { roomId: string; slotId: string }) =>
    rooms.includes(roomId) || slots.includes(slotId);
  const within = (placements: readonly { pitchId: string; roomId: string; slotId: string }[]) =>
    new Set(placements.filter(leaves).map(({ pitchId }) => pitchId));
  const [placed, published] = [within(draft), within(grid?.placements ?? [])];
  return pitches
    .map(({ id, title }) => ({ pitchId: id, title, placed: placed.has(id), published: published.has(id) }))
    .filter((it) => it.placed || it.published);
}
