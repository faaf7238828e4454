/** What a camp's calendar file says. */
import { eq, max } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { slot } from "#db/schema/slot.ts";
import { type EventView, isHalted } from "#domain/event.ts";
import type { CampInCalendar } from "#domain/time/calendar-file.ts";

/** How often a camp was called off, put off or on again. */
async function readCalendarRevision(db: Store, eventId: string): Promise<number> {
  const [row] = await db
    .select({ revision: event.calendarRevision })
    .from(event)
    .where(eq(event.id, eventId));
  return row?.revision ?? 0;
}

/** @param origin how the public reaches this installation */
export async function readCalendar(
  db: Store,
  { id, slug, name, place, days, phase }: EventView,
  origin: string,
): Promise<CampInCalendar> {
  const rows = await db
    .select({ dayId: slot.dayId, endsAt: max(slot.endsAt) })
    .from(slot)
    .where(eq(slot.eventId, id))
    .groupBy(slot.dayId);
  const ends = new Map(rows.map(({ dayId, endsAt }) => [dayId, endsAt]));
  return {
    ...{ id, name, place, page: `${origin}/e/${slug}` },
    ...{ revision: await readCalendarRevision(db, id), halted: isHalted(phase) },
    days: days.map(({ id: dayId, date, startsAt }) => {
      const endsAt = ends.get(dayId)?.toISOString() ?? null;
      return { date, startsAt, endsAt: endsAt !== null && endsAt > startsAt ? endsAt : null };
    }),
  };
}
