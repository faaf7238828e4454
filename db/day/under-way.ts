import { asc, eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { day } from "#db/schema/day.ts";
import { dayUnderWay } from "#domain/life.ts";

export type DayRow = typeof day.$inferSelect;

/** The day of a camp that is under way while it is on, and else the last: null of a camp that is gone. */
export async function readDayUnderWay(store: Store, eventId: string): Promise<DayRow | null> {
  return dayUnderWay(await store.select().from(day).where(eq(day.eventId, eventId)).orderBy(asc(day.date)));
}
