/** How many people the sessions of a camp are shared out among, as its registrations and its crew's past camps say. */
import { and, count, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readDayUnderWay } from "#db/day/under-way.ts";
import { readForecast } from "#db/forecast.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Crowd, crowdOf } from "#domain/crowd.ts";
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

/** Of those with a place, on the day under way: who has left sits in no session. */
async function countCheckedIn(db: Store, eventId: string): Promise<number> {
  const today = await readDayUnderWay(db, eventId);
  if (!today) return 0;
  const [row] = await db
    .select({ people: count() })
    .from(checkIn)
    .innerJoin(registration, eq(registration.id, checkIn.registrationId))
    .where(and(eq(checkIn.dayId, today.id), isNull(checkIn.leftAt), eq(registration.status, TAKES_PART)));
  return row?.people ?? 0;
}
