/** What a camp's calendar file says. */
import { eq, max } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { slot } from "#db/schema/slot.ts";
import type { EventView } from "#domain/event.ts";
import type { CampInCalendar } from "#domain/time/calendar-file.ts";

/** @param origin how the public reaches this installation */
export async function readCalendar(
  db: Store,
  { id, slug, name, place, days }: EventView,
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
    days: days.map(({ id: dayId, date, startsAt }) => {
      const endsAt = ends.get(dayId)?.toISOString() ?? null;
      return { date, startsAt, endsAt: endsAt !== null && endsAt > startsAt ? endsAt : null };
    }),
  };
}
