import { and, asc, eq, isNull, max, or } from "drizzle-orm";
import { readFacts } from "#db/card.ts";
import type { Store } from "#db/connection.ts";
import { readCrowd } from "#db/crowd.ts";
import { countLineRequests } from "#db/note/asked.ts";
import { countReported } from "#db/pitch/reported.ts";
import { listPlacements } from "#db/placement.ts";
import { readClosed } from "#db/publication/closed.ts";
import { readVersion } from "#db/publication/rows.ts";
import { listRoomsOff } from "#db/room-off.ts";
import { liveVersion } from "#db/schema/live.ts";
import { publication } from "#db/schema/publication.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { suggestion } from "#db/schema/suggestion.ts";
import { countAsking } from "#db/session-request/counting.ts";
import { withStars } from "#db/star.ts";
import { type DraftFrame, type DraftView, type GridView, withClosed, withoutHidden } from "#domain/grid.ts";
import { type RoomView, withDirections } from "#domain/room.ts";
import { numberSlots, type SlotOfACamp, type SlotView } from "#domain/slot.ts";
import type { Suggestion } from "#domain/suggestion.ts";

/** The draft as the crew's editor shows it. */
export async function readDraft(db: Store, eventId: string): Promise<DraftView> {
  const [frame, placements] = await Promise.all([readFrame(db, eventId), listPlacements(db, eventId)]);
  return { ...frame, placements };
}

/** The same without what stands in its cells. */
export async function readFrame(db: Store, eventId: string): Promise<DraftFrame> {
  const [rooms, slots, { facts }, published, found, crowd, reported, lines, asking, off] = await Promise.all([
    listRooms(db, eventId),
    listSlots(db, eventId),
    readFacts(db, eventId),
    db
      .select({ number: max(publication.number) })
      .from(publication)
      .where(and(eq(publication.eventId, eventId), isNull(publication.takenBackAt))),
    readSuggestion(db, eventId),
    readCrowd(db, eventId),
    countReported(db, eventId),
    countLineRequests(db, eventId),
    countAsking(db, eventId),
    listRoomsOff(db, eventId),
  ]);
  return {
    rooms,
    slots,
    pitches: await withStars(db, eventId, facts),
    published: published[0]?.number ?? 0,
    suggestion: found,
    crowd,
    ...(reported > 0 && { reported }),
    ...(lines > 0 && { lines }),
    ...(asking > 0 && { asking }),
    ...(off.length > 0 && { off }),
  };
}

/** What the planner was asked and has found, or null; also when the camp has become another question since. */
export async function readSuggestion(db: Store, eventId: string): Promise<Suggestion | null> {
  const asksTheSame = or(
    isNull(suggestion.problemVersion),
    eq(suggestion.problemVersion, liveVersion.problemVersion),
  );
  const [row] = await db
    .select({ suggestion })
    .from(suggestion)
    .innerJoin(liveVersion, eq(liveVersion.eventId, suggestion.eventId))
    .where(and(eq(suggestion.eventId, eventId), asksTheSame));
  if (!row) return null;
  const { id, state, askedAt, best, taken, bound } = row.suggestion;
  return { id, state, askedAt: askedAt.toISOString(), best, taken, bound };
}

/**
 * The grid as last published, or null. What the crew hid since is not in it. A title closed afterwards is closed in it, also after a withdrawal, and so is
 * that of what a closed one became a part of.
 */
export async function readGrid(db: Store, eventId: string): Promise<GridView | null> {
  const [grid, { hidden, closed }] = await Promise.all([readVersion(db, eventId), readClosed(db, eventId)]);
  return grid && withClosed(withoutHidden(grid, hidden), closed);
}

/** In the order of their columns, at most MOST.rooms. */
export async function listRooms(db: Store, eventId: string): Promise<RoomView[]> {
  const rows = await db.select().from(room).where(eq(room.eventId, eventId)).orderBy(asc(room.position));
  return rows.map(({ id, letter, name, capacity, features, directions, unofficial }) => ({
    ...{ id, letter, name, capacity, features },
    ...withDirections(directions),
    ...(unofficial && { unofficial }),
  }));
}

/** In the order of time, numbered day by day, at most MOST.slots. */
export async function listSlots(db: Store, eventId: string): Promise<SlotView[]> {
  return (await listSlotsByDay(db, eventId)).map(({ dayId: _, ...view }) => view);
}

/** The same, each with its day: at most MOST.slots. */
export async function listSlotsByDay(db: Store, eventId: string): Promise<SlotOfACamp[]> {
  const rows = await db
    .select()
    .from(slot)
    .where(eq(slot.eventId, eventId))
    .orderBy(asc(slot.startsAt), asc(slot.id));
  const views = rows.map(({ id, dayId, kind, title, startsAt, endsAt }) => {
    return { id, dayId, kind, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  });
  return [...new Set(views.map(({ dayId }) => dayId))].flatMap((day) => {
    const slots = views.filter(({ dayId }) => dayId === day);
    const numbers = numberSlots(slots);
    return slots.map((view, index) => ({ ...view, ...numbers[index]! }));
  });
}
