import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";

/** Of these camps those in which somebody was told that their place goes back unless they answer, about the day it has now. */
export async function readTold(
  db: Pick<Store, "select">,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (eventIds.length === 0) return new Set();
  const rows = await db
    .select({ id: reconfirmation.eventId })
    .from(reconfirmation)
    .innerJoin(event, and(eq(event.id, reconfirmation.eventId), eq(event.day, reconfirmation.day)))
    .where(and(inArray(reconfirmation.eventId, [...eventIds]), isNotNull(reconfirmation.goesBackAt)))
    .groupBy(reconfirmation.eventId);
  return new Set(rows.map(({ id }) => id));
}
