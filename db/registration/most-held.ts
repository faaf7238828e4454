import { and, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { checkIn } from "#db/schema/door.ts";
import type { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Held, roomByLaw } from "#domain/registration/places.ts";
import { callsStandby, mostHeld } from "#domain/registration/standby.ts";
import { HOLDING } from "#domain/registration.ts";
import type { Places } from "#domain/release.ts";

type Camp = Pick<typeof event.$inferSelect, "id" | "phase" | "insideLimit">;

const { companions, status, eventId } = registration;

const HEADS = sql<number>`count(*) + coalesce(sum(${companions}), 0)`.mapWith(Number);

/**
 * The most places that may be held on the day by the legal number; null on any other, and where a camp has none. To decide
 * by it, call it with the camp's row locked.
 */
export async function readMostHeld(store: Store, { id, phase, insideLimit }: Camp): Promise<number | null> {
  if (insideLimit === null || !callsStandby(phase)) return null;
  const day = await readDayUnderWay(store, id);
  const [held] = await store
    .select({ along: sql<number>`coalesce(sum(${companions}), 0)`.mapWith(Number) })
    .from(registration)
    .where(and(eq(eventId, id), inArray(status, [...HOLDING])));
  const [others] = await store
    .select({ people: HEADS })
    .from(checkIn)
    .innerJoin(registration, eq(registration.id, checkIn.registrationId))
    .where(and(day ? isIn(day.id) : sql`false`, notInArray(status, [...HOLDING])));
  return mostHeld(insideLimit, { withoutPlace: others?.people ?? 0, companions: held?.along ?? 0 });
}

/** How many are inside on a day and have not left, with whoever came along to support them. */
export async function countInside(store: Store, dayId: string): Promise<number> {
  const [row] = await store
    .select({ people: HEADS })
    .from(checkIn)
    .innerJoin(registration, eq(registration.id, checkIn.registrationId))
    .where(isIn(dayId));
  return row?.people ?? 0;
}

/** Whether somebody may be given a place by the legal number, with whoever comes along. Who is inside is counted already. */
export async function fitsByLaw(
  store: Store,
  camp: Pick<Camp, "id">,
  person: Pick<typeof registration.$inferSelect, "id" | "companions">,
  { places, counts }: { places: Places; counts: Held },
): Promise<boolean> {
  const room = roomByLaw(places, counts);
  if (room === null || 1 + person.companions <= room) return true;
  const day = await readDayUnderWay(store, camp.id);
  return day !== null && (await listInside(store, day.id)).includes(person.id);
}

/** Who they are, by registration; bounded by the people of the camp. */
export async function listInside(store: Store, dayId: string): Promise<string[]> {
  const rows = await store.select({ id: checkIn.registrationId }).from(checkIn).where(isIn(dayId));
  return rows.map(({ id }) => id);
}

const isIn = (dayId: string) => and(eq(checkIn.dayId, dayId), isNull(checkIn.leftAt));
