/** Which camps' places are to be seen to, and when: see db/schema/unsettled.ts. */
import { asc, eq, lte, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import type { Transaction } from "#db/transaction.ts";

/** The camps that are due, longest first. @param most at most so many rows are looked at */
export async function listUnsettled(db: Store, now: Date, most: number): Promise<string[]> {
  const rows = await db
    .select({ eventId: unsettled.eventId })
    .from(unsettled)
    .where(lte(unsettled.dueAt, now))
    .orderBy(asc(unsettled.dueAt))
    .limit(most);
  return [...new Set(rows.map(({ eventId }) => eventId))];
}

/**
 * Takes away what is known of a camp. Call it with the camp's row locked and before its places are read: what changes
 * after that is due again.
 */
export async function takeUnsettled(tx: Transaction, eventId: string): Promise<void> {
  await tx.delete(unsettled).where(eq(unsettled.eventId, eventId));
}

/** @param at milliseconds since 1970 */
export async function settleNextAt(tx: Transaction, eventId: string, at: number): Promise<void> {
  await tx.insert(unsettled).values({ eventId, dueAt: new Date(at) });
}

/** Lets the others go first where a camp could not be seen to. */
export async function postponeUnsettled(db: Store, eventId: string, until: Date): Promise<void> {
  await db
    .update(unsettled)
    .set({ dueAt: sql`greatest(${unsettled.dueAt}, ${until.toISOString()}::timestamptz)` })
    .where(eq(unsettled.eventId, eventId));
}
