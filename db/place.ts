/** Places of a camp, counted. What the counts mean is the domain's to judge. */
import { and, count, eq, inArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { registration } from "#db/schema/registration.ts";
import { type Counts, LIVE, type Status } from "#domain/registration.ts";

/** How many hold a place, have one offered, or wait. Call it with the camp's row locked to decide by it. */
export async function countPlaces(store: Store, eventId: string): Promise<Counts> {
  const rows = await store
    .select({ status: registration.status, people: count() })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.status, [...LIVE])))
    .groupBy(registration.status);
  const of = (status: Status) => rows.find((row) => row.status === status)?.people ?? 0;
  return { confirmed: of("confirmed"), offered: of("offered"), waiting: of("waiting") };
}
