/** A grid and its pitches as strangers may read them: what is printed, and what is in a spreadsheet. */
import "server-only";
import type { Database } from "#db/connection.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { listPlacements } from "#db/placement.ts";
import { readSnapshot } from "#db/snapshot.ts";
import type { Arranged, GridView } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

export type ShownGrid = {
  grid: Arranged;
  /** Null for the draft. */
  version: Pick<GridView, "number" | "publishedAt"> | null;
  pitches: ReadonlyMap<string, PitchView>;
};

const byId = (pitches: readonly PitchView[]) => new Map(pitches.map((pitch) => [pitch.id, pitch]));

/** The grid as it was published, or null. What is on it is said as it was; any other pitch, as it is. */
export async function readPublished(db: Database, eventId: string): Promise<ShownGrid | null> {
  const { grid, pitches } = await readSnapshot(db, eventId, "public", words.hidden);
  return grid && { grid, version: grid, pitches: byId([...pitches, ...grid.sessions]) };
}

/** The grid as the desk has it now. */
export async function readDrafted(db: Database, { eventId }: May<"seeProgramme">): Promise<ShownGrid> {
  const [{ pitches }, rooms, slots, placements] = await Promise.all([
    readSnapshot(db, eventId, "public", words.hidden),
    listRooms(db, eventId),
    listSlots(db, eventId),
    listPlacements(db, eventId),
  ]);
  return { grid: { rooms, slots, placements }, version: null, pitches: byId(pitches) };
}
