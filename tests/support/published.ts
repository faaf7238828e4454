/** A camp in the middle of its sessions, for tests and benches of what people read. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { readDraft } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { bringPitchFor, listPitches } from "#db/pitch.ts";
import { writeVersion } from "#db/publication/rows.ts";
import { publish } from "#db/publication.ts";
import { event } from "#db/schema/event.ts";
import { arrangedMark, type GridView } from "#domain/grid.ts";
import type { Organiser } from "#tests/support/camp.ts";
import { MORNING, organiser, type PitchingCamp, pitchForm, pitchingCamp } from "./pitching.ts";

const SLOT = 45 * 60_000;

/**
 * Forty of 43 sessions in five slots and eight rooms.
 *
 * @param now the middle of the third slot
 */
export async function publishedCamp(db: Database, now: Date): Promise<PitchingCamp> {
  const camp = await pitchingCamp(db, "pitching");
  const dan = await organiser(db, camp);
  for (let i = 0; i < 43; i++) {
    const title = `Number ${i}: ${"what we learned about telling people the truth".slice(0, 40 + (i % 7))}`;
    await bringPitchFor(db, dan, pitchForm(title), ["Ama", "Rhys"].slice(i % 2), MORNING);
  }
  const grid = await gridOf(db, camp, now.getTime() - 2.5 * SLOT);
  await freeze(db, camp.eventId, grid);
  await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
  await bump(db, camp.eventId, ["event", "grid"]);
  return camp;
}

/** All pitches of a camp as a grid. @param begins its first slot, in milliseconds since 1970 */
export async function gridOf(db: Database, camp: PitchingCamp, begins: number): Promise<GridView> {
  const sessions = await listPitches(db, camp.eventId);
  const at = (slot: number) => new Date(begins + slot * SLOT).toISOString();
  const rooms = Array.from({ length: 8 }, (_, i) => ({
    id: newId(),
    letter: "ABCDEFGH"[i]!,
    name: `Committee room ${i + 1}`,
    capacity: 40,
    features: [],
  }));
  const slots = Array.from({ length: 5 }, (_, i) => ({
    id: newId(),
    kind: "session" as const,
    title: "",
    startsAt: at(i),
    endsAt: at(i + 1),
    hour: i + 1,
    number: i + 1,
  }));
  const placements = sessions.slice(0, 40).map(({ id }, i) => ({
    pitchId: id,
    slotId: slots[i % 5]!.id,
    roomId: rooms[Math.floor(i / 5)]!.id,
    copy: 0,
    length: 1 as const,
    pinned: false,
  }));
  return { number: 1, publishedAt: at(0), rooms, slots, sessions, placements, changes: [] };
}

const EMPTY = { rooms: [], slots: [], sessions: [], placements: [], changes: [] };

/** Makes a version of a grid as it is, whatever the draft. @param grid with no part but those given */
export async function freeze(db: Database, eventId: string, grid: Partial<GridView>): Promise<void> {
  const whole = { number: 1, publishedAt: MORNING.toISOString(), ...EMPTY, ...grid };
  await db.transaction((tx) => writeVersion(tx, { eventId, publishedBy: null }, whole));
}

/** Publishes the draft as it is. */
export async function publishDraft(db: Database, by: Organiser, now: Date) {
  return publish(db, by, arrangedMark(await readDraft(db, by.eventId)), now);
}
