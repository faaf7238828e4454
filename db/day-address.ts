/** The addresses at which calendars follow people's days. */
import { inArray } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { dayAddress } from "#db/schema/star.ts";

/** Takes them away, as whoever has one may be somebody else by now. Safe to repeat. */
export async function dropDayAddresses(store: Store, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length === 0) return;
  await store.delete(dayAddress).where(inArray(dayAddress.registrationId, [...registrationIds]));
}
