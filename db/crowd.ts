/** How many people the sessions of a camp are shared out among, as its registrations and its crew's past camps say. */
import { and, count, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { readForecast } from "#db/forecast.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Crowd, crowdOf } from "#domain/crowd.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** @throws when there is no such camp */
export async function readCrowd(db: Store, eventId: string): Promise<Crowd> {
  const [camp] = await db.select({ id: event.id, day: event.day }).from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("a crowd without a camp");
  const [{ forecast, past }, [here]] = await Promise.all([
    readForecast(db, camp),
    db
      .select({ checkedIn: count(registration.checkedInAt) })
      .from(registration)
      .where(and(eq(registration.eventId, eventId), eq(registration.status, TAKES_PART))),
  ]);
  const { places, middle } = forecast;
  return crowdOf({ places, checkedIn: here?.checkedIn ?? 0, forecast: middle, past: past.length });
}
