/** How many people the sessions of a camp are shared out among, as its registrations and its crew's past camps say. */
import { and, asc, count, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readForecast } from "#db/forecast.ts";
import { day } from "#db/schema/day.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Crowd, crowdOf } from "#domain/crowd.ts";
import { dayUnderWay } from "#domain/life.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** @throws when there is no such camp */
export async function readCrowd(db: Store, eventId: string): Promise<Crowd> {
  const [camp] = await db.select({ id: event.id, day: event.day }).from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("a crowd without a camp");
  const [{ forecast, past }, checkedIn] = await Promise.all([
    readForecast(db, camp),
    countCheckedIn(db, eventId),
  ]);
  const { places, middle } = forecast;
  return crowdOf({ places, checkedIn, forecast: middle, past: past.length });
}

/** Of those with a place, on the day under way. */
async function countCheckedIn(db: Store, eventId: string): Promise<number> {
  const days = await db
    .select({ id: day.id, phase: day.phase })
    .from(day)
    .where(eq(day.eventId, eventId))
    .orderBy(asc(day.date));
  const today = dayUnderWay(days);
  if (!today) return 0;
  const [row] = await db
    .select({ people: count() })
    .from(checkIn)
    .innerJoin(registration, eq(registration.id, checkIn.registrationId))
    .where(and(eq(checkIn.dayId, today.id), eq(registration.status, TAKES_PART)));
  return row?.people ?? 0;
}
