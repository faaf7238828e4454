import { and, eq, lt, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
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

/** Their number in the line, from 1. Unproven addresses before them count too. */
export async function turnOf(db: Store, eventId: string, rank: number): Promise<number> {
  const before = and(
    eq(registration.eventId, eventId),
    eq(registration.status, "waiting"),
    lt(registration.rank, rank),
  );
  return (await db.$count(registration, before)) + 1;
}
