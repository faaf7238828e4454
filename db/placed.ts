import { and, asc, eq, inArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { placement } from "#db/schema/grid.ts";
import { pitch } from "#db/schema/pitch.ts";
import { tally } from "#db/schema/voting.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import type { Consequence, Uprooting } from "#domain/consequence.ts";

/**
 * The draft's sessions that lose their cell when these rooms or slots go, or these slots become breaks.
 * @param gone with the name each is known by
 */
export async function uprootedBy(
  store: Store,
  eventId: string,
  what: Uprooting,
  gone: readonly { id: string; name: string }[],
): Promise<Consequence[]> {
  if (gone.length === 0) return [];
  const place = what === "room" ? placement.roomId : placement.slotId;
  const ids = gone.map(({ id }) => id);
  const rows = await store
    .select({
      place,
      id: pitch.id,
      title: pitch.title,
      hands: tally.hands,
      roomId: placement.roomId,
      slotId: placement.slotId,
    })
    .from(placement)
    .innerJoin(pitch, eq(pitch.id, placement.pitchId))
    .leftJoin(tally, eq(tally.pitchId, pitch.id))
    .where(and(eq(placement.eventId, eventId), inArray(place, ids)))
    .orderBy(asc(pitch.title), asc(pitch.id));
  if (rows.length === 0) return [];
  const kept = await keepsCounts(store, eventId);
  const published = (await readGrid(store, eventId))?.placements ?? [];
  return gone.flatMap(({ id, name }): Consequence[] => {
    const sessions = rows
      .filter((row) => row.place === id)
      .map((row) => ({
        id: row.id,
        title: row.title,
        hands: kept ? null : (row.hands ?? 0),
        published: published.some(
          (it) => it.pitchId === row.id && it.roomId === row.roomId && it.slotId === row.slotId,
        ),
      }));
    return sessions.length > 0 ? [{ kind: "uprooted", what, id, name, sessions }] : [];
  });
}
