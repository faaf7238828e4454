import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { listSlots, readGrid } from "#db/draft.ts";
import { listPlacements } from "#db/placement.ts";
import { pitch } from "#db/schema/pitch.ts";
import { tally } from "#db/schema/voting.ts";
import { keepsCounts } from "#db/voting/closing.ts";
import { cellsOf, sameCell } from "#domain/cell.ts";
import type { Consequence, Uprooting } from "#domain/consequence.ts";
import type { Placement } from "#domain/grid.ts";
import { sameRun } from "#domain/run.ts";

/**
 * The draft's sessions that lose their cells when these rooms or slots go, or these slots become breaks: a long one also
 * with its second slot.
 * @param gone with the name each is known by
 */
export async function uprootedBy(
  store: Store,
  eventId: string,
  what: Exclude<Uprooting, "followed">,
  gone: readonly { id: string; name: string }[],
): Promise<Consequence[]> {
  if (gone.length === 0) return [];
  const placements = await listPlacements(store, eventId);
  const slots = await listSlots(store, eventId);
  const standing = gone.map((it) => ({ ...it, placements: standingIn(placements, slots, what, it.id) }));
  return uprooted(store, eventId, what, standing);
}

/** Those of these placements that stand in a room, or also in a slot. */
function standingIn(
  placements: readonly Placement[],
  slots: Parameters<typeof cellsOf>[1],
  what: Exclude<Uprooting, "followed">,
  id: string,
): Placement[] {
  return placements.filter((it) =>
    what === "room" ? it.roomId === id : cellsOf(it, slots).some(({ slotId }) => slotId === id),
  );
}

/** What these rooms or slots do to what stands in them, each session once, by its title. */
export async function uprooted(
  store: Store,
  eventId: string,
  what: Uprooting,
  standing: readonly { id: string; name: string; placements: readonly Placement[] }[],
): Promise<Consequence[]> {
  if (standing.every(({ placements }) => placements.length === 0)) return [];
  const rows = await store
    .select({ id: pitch.id, title: pitch.title, hands: tally.hands })
    .from(pitch)
    .leftJoin(tally, eq(tally.pitchId, pitch.id))
    .where(eq(pitch.eventId, eventId))
    .orderBy(asc(pitch.title), asc(pitch.id));
  const kept = await keepsCounts(store, eventId);
  const published = (await readGrid(store, eventId))?.placements ?? [];
  return standing.flatMap(({ id, name, placements }): Consequence[] => {
    const sessions = rows.flatMap((row) => {
      const runs = placements.filter(({ pitchId }) => pitchId === row.id);
      if (runs.length === 0) return [];
      const out = published.some((it) => runs.some((run) => sameRun(run, it) && sameCell(run, it)));
      return [{ id: row.id, title: row.title, hands: kept ? null : (row.hands ?? 0), published: out }];
    });
    return sessions.length > 0 ? [{ kind: "uprooted", what, id, name, sessions }] : [];
  });
}
