/**
 * A phone says how a camp was. That it did is kept, what it said is not kept with it: two transactions write the two,
 * that it did first, so that nothing in the database joins them (docs/decisions/0020, of the equality questions).
 */
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { spend } from "#db/rate-limit.ts";
import { feedback, feedbackComment, feedbackCount, feedbackGiven } from "#db/schema/feedback.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS, type Feedback } from "#domain/feedback.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/** Whether this phone has said something already. */
export async function hasGivenFeedback(
  db: Store,
  eventId: string,
  deviceId: string | null,
): Promise<boolean> {
  if (!deviceId) return false;
  const here = and(eq(feedbackGiven.eventId, eventId), eq(feedbackGiven.deviceId, deviceId));
  return (await db.$count(feedbackGiven, here)) > 0;
}

/**
 * Counted once a phone: sent again it changes nothing, also with other answers.
 * @returns refused `not_open` in a phase in which nobody is asked, `too_many` by camp
 */
export async function giveFeedback(
  db: Database,
  eventId: string,
  deviceId: string,
  said: Feedback,
  now: Date,
): Promise<Result<null, "not_open" | "too_many">> {
  const first = await transact<boolean, "not_open" | "too_many">(db, async (tx) => {
    if (!(await permitted(tx, eventId, "giveFeedback"))) return refused("not_open");
    const given = await tx
      .insert(feedbackGiven)
      .values({ eventId, deviceId })
      .onConflictDoNothing()
      .returning({ eventId: feedbackGiven.eventId });
    if (given.length === 0) return granted(false);
    const spent = await spend(tx, [{ limit: "feedback_by_camp", by: eventId }], now);
    return spent.ok ? granted(true) : spent;
  });
  if (!first.ok) return first;
  if (first.value) await db.transaction((tx) => count(tx, eventId, said));
  return granted(null);
}

async function count(tx: Transaction, eventId: string, { answers, comment, open }: Feedback): Promise<void> {
  const people = sql`${feedback.people} + 1`;
  const [camp] = await tx
    .insert(feedback)
    .values({ eventId, people: 1 })
    .onConflictDoUpdate({ target: feedback.eventId, set: { people } })
    .returning({ people: feedback.people });
  if (camp!.people === 1) await tx.insert(feedbackCount).values(everyCount(eventId));
  const given = JSON.stringify(Object.entries(answers));
  const { question, answer } = feedbackCount;
  const chosen = sql`${given}::text::jsonb @> jsonb_build_array(jsonb_build_array(${question}, ${answer}))`;
  await tx
    .update(feedbackCount)
    .set({ people: sql`${feedbackCount.people} + (${chosen})::int` })
    .where(eq(feedbackCount.eventId, eventId));
  // An id of chance alone: the usual one says when.
  if (comment !== "")
    await tx.insert(feedbackComment).values({ id: randomUUID(), eventId, words: comment, open });
}

const everyCount = (eventId: string) =>
  FEEDBACK_QUESTIONS.flatMap((question) => FEEDBACK_ANSWERS.map((answer) => ({ eventId, question, answer })));
