import { eq, sql } from "drizzle-orm";
import { event } from "#db/schema/event.ts";
import type { Transaction } from "#db/transaction.ts";

/** The rank at the back of the camp's line. Nobody else gets it. */
export async function takeRank(tx: Transaction, eventId: string): Promise<number> {
  const [row] = await tx
    .update(event)
    .set({ nextRank: sql`${event.nextRank} + 1` })
    .where(eq(event.id, eventId))
    .returning({ nextRank: event.nextRank });
  return row!.nextRank - 1;
}
