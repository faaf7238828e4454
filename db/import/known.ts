import { and, asc, eq, inArray, isNull, like } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { listSlots } from "#db/draft.ts";
import { readDays } from "#db/event.ts";
import { listPlacements } from "#db/placement.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { room } from "#db/schema/room.ts";
import { slot } from "#db/schema/slot.ts";
import { cellsOf } from "#domain/cell.ts";
import type { KnownCamp } from "#domain/import/additions.ts";
import { NOWHERE } from "#domain/import/person.ts";
import { HOLDING } from "#domain/registration.ts";

/** What an import is compared with. Nothing of it changes while the camp is locked. */
export async function readKnownCamp(db: Store, eventId: string): Promise<KnownCamp> {
  const [camp] = await db.select({ capacity: event.capacity }).from(event).where(eq(event.id, eventId));
  const days = await readDays(db, eventId);
  const rooms = await db
    .select({ id: room.id, name: room.name })
    .from(room)
    .where(eq(room.eventId, eventId))
    .orderBy(asc(room.position));
  const slots = await db.select().from(slot).where(eq(slot.eventId, eventId)).orderBy(asc(slot.startsAt));
  const pitches = await db
    .select({ id: pitch.id, title: pitch.title })
    .from(pitch)
    .where(and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt)))
    .orderBy(asc(pitch.createdAt), asc(pitch.id));
  const inOrder = await listSlots(db, eventId);
  const placements = (await listPlacements(db, eventId)).flatMap((it) =>
    cellsOf(it, inOrder).map((cell) => ({ ...cell, pitchId: it.pitchId })),
  );
  const people = await db
    .select({ email: registration.email, name: registration.name })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), like(registration.email, `%@${NOWHERE}`)))
    .orderBy(asc(registration.rank), asc(registration.id));
  const holding = await db.$count(
    registration,
    and(eq(registration.eventId, eventId), inArray(registration.status, [...HOLDING])),
  );
  return {
    capacity: camp!.capacity,
    holding,
    days: days.map(({ date }) => date),
    rooms,
    slots: slots.map(({ id, kind, title, startsAt, endsAt }) => {
      return { id, kind, title, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
    }),
    pitches,
    placements,
    people,
  };
}
