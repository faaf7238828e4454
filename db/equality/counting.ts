/**
 * Counts answers to equality questions, which come here without whose they are. Every row of the camp is written with
 * every answer: afterwards no row's transaction or place on the disk says which answers were the last ones.
 */
import { eq, sql } from "drizzle-orm";
import { equality, equalityCount } from "#db/schema/equality.ts";
import type { Transaction } from "#db/transaction.ts";
import { areRenewed } from "#domain/equality/disclosure.ts";
import type { Chosen } from "#domain/equality.ts";
import { localAt } from "#domain/time/local.ts";

/** Not the camp's: organisers can change that. */
const ZONE = "UTC";

export const equalityDay = (now: Date): string => localAt(now.getTime(), ZONE).day;

/** What answers a question that is asked no more is left out. Whoever calls it has made sure that nobody counts twice. */
export async function countAnswers(
  tx: Transaction,
  eventId: string,
  chosen: Chosen,
  now: Date,
): Promise<void> {
  const [camp] = await tx.select().from(equality).where(eq(equality.eventId, eventId)).for("update");
  if (!camp) return;
  const today = equalityDay(now);
  const renewed = areRenewed(camp, today);
  const given = JSON.stringify(Object.entries(chosen));
  const counts = sql`${given}::text::jsonb @> jsonb_build_array(jsonb_build_array(${equalityCount.question}, ${equalityCount.answer}))`;
  // What is shown is what was there before this answer.
  await tx
    .update(equalityCount)
    .set({
      people: sql`${equalityCount.people} + (${counts})::int`,
      shown: renewed ? sql`${equalityCount.people}` : sql`${equalityCount.shown}`,
    })
    .where(eq(equalityCount.eventId, eventId));
  await tx
    .update(equality)
    .set({
      answered: camp.answered + 1,
      shownAnswered: renewed ? camp.answered : camp.shownAnswered,
      lastDay: today,
    })
    .where(eq(equality.eventId, eventId));
}
