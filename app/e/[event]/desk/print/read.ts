/** What is printed of a camp: a grid and its pitches, as strangers may read them. */
import "server-only";
import type { Database } from "#db/connection.ts";
import { listPlacements, listRooms, listSlots } from "#db/draft.ts";
import { readSnapshot } from "#db/snapshot.ts";
import type { Arranged, GridView } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { May } from "#domain/viewer.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("pitch");

export const GRIDS = ["published", "draft"] as const;

type Printed = {
  grid: Arranged;
  /** Null for the draft. */
  version: Pick<GridView, "number" | "publishedAt"> | null;
  pitches: ReadonlyMap<string, PitchView>;
};

/** The grid as it was published, or the draft where that is asked for or nothing was. */
export async function readPrinted(
  db: Database,
  { eventId }: May<"seeProgramme">,
  which: (typeof GRIDS)[number],
): Promise<Printed> {
  const { grid, pitches } = await readSnapshot(db, eventId, "public", words.hidden);
  if (grid && which === "published") {
    // What was published is said as it was; a pitch that is not on the grid, as it is.
    const said = [...pitches, ...grid.sessions].map((pitch) => [pitch.id, pitch] as const);
    return { grid, version: grid, pitches: new Map(said) };
  }
  const [rooms, slots, placements] = await Promise.all([
    listRooms(db, eventId),
    listSlots(db, eventId),
    listPlacements(db, eventId),
  ]);
  const said = pitches.map((pitch) => [pitch.id, pitch] as const);
  return { grid: { rooms, slots, placements }, version: null, pitches: new Map(said) };
}
