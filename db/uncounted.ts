/** In which camps hands may be left uncounted: see db/schema/uncounted.ts. All times are the database's own. */
import { sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { uncounted } from "#db/schema/uncounted.ts";

/** How long after this word of an instance its camp is looked at, in milliseconds. */
export const WATCHED_MS = 10_000;

/**
 * Says that an instance takes hands of a camp: should it be killed before it has counted them, somebody else looks.
 * Only that instance writes its row, so no hand waits for another's.
 *
 * @param counter the instance
 */
export async function expectHands(db: Store, eventId: string, counter: string): Promise<void> {
  const lookAt = sql`now() + ${WATCHED_MS}::int * interval '1 millisecond'`;
  await db
    .insert(uncounted)
    .values({ eventId, counter, lookAt })
    .onConflictDoUpdate({ target: [uncounted.eventId, uncounted.counter], set: { lookAt } });
}

/** `lookAt` is as the database writes it, to the microsecond. */
export type Look = { eventId: string; counter: string; lookAt: string };

/**
 * The camps to look at, longest first.
 *
 * @param which `due`: of those who are silent; `all`: also of those who take hands now
 * @param most at most so many
 */
export async function listUncounted(db: Store, which: "due" | "all", most: number): Promise<Look[]> {
  const { eventId, counter, lookAt } = uncounted;
  return db
    .select({ eventId, counter, lookAt: sql<string>`${lookAt}::text` })
    .from(uncounted)
    .where(which === "due" ? sql`${lookAt} <= now()` : undefined)
    .orderBy(lookAt)
    .limit(most);
}

/** Once their camps were looked at. What was written anew since stays, and so does what is not due yet. */
export async function forgetLooks(db: Store, looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return;
  await db.execute(sql`delete from ${uncounted} using json_to_recordset(${JSON.stringify(looks)}::text::json)
      as seen ("eventId" uuid, counter uuid, "lookAt" timestamptz)
    where ${uncounted.eventId} = seen."eventId" and ${uncounted.counter} = seen.counter
      and ${uncounted.lookAt} = seen."lookAt" and ${uncounted.lookAt} <= now()`);
}
