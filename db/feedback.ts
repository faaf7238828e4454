/** How a camp was, in counts and comments: what everybody may read, and what its organisers read. */
import { and, asc, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { readPage } from "#db/paging.ts";
import { feedback, feedbackComment, feedbackCount } from "#db/schema/feedback.ts";
import { transact } from "#db/transaction.ts";
import { type FeedbackShown, shownFeedback } from "#domain/feedback.ts";
import type { Page } from "#domain/paging.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** Comments on a page. */
export const COMMENTS_A_PAGE = 100;

/** Counts as anybody may read them. */
export async function readFeedback(db: Store, eventId: string): Promise<FeedbackShown> {
  const [camp] = await db.select().from(feedback).where(eq(feedback.eventId, eventId));
  const { question, answer, people } = feedbackCount;
  const counts = await db
    .select({ question, answer, people })
    .from(feedbackCount)
    .where(eq(feedbackCount.eventId, eventId));
  return shownFeedback(camp?.people ?? 0, counts);
}

/**
 * A page of the comments that everybody may read, in an order of no meaning; none before five people have said something.
 * @param shown what `readFeedback` read
 */
export async function listOpenComments(
  db: Store,
  eventId: string,
  { people }: FeedbackShown,
  page: number,
): Promise<Page<{ id: string; words: string }>> {
  const { id, words, open, hidden } = feedbackComment;
  const theirs = and(eq(feedbackComment.eventId, eventId), eq(open, true), eq(hidden, false));
  return readPage(
    page,
    COMMENTS_A_PAGE,
    async ({ limit, offset }) =>
      people === 0
        ? []
        : db
            .select({ id, words })
            .from(feedbackComment)
            .where(theirs)
            .orderBy(asc(id))
            .limit(limit)
            .offset(offset),
    async () => (people === 0 ? 0 : db.$count(feedbackComment, theirs)),
  );
}

export type Comment = { id: string; words: string; open: boolean; hidden: boolean };

/** A page of all comments, also those for organisers alone. */
export async function listComments(
  db: Store,
  { eventId }: May<"changeSettings">,
  page: number,
): Promise<Page<Comment>> {
  const { id, words, open, hidden } = feedbackComment;
  const theirs = eq(feedbackComment.eventId, eventId);
  return readPage(
    page,
    COMMENTS_A_PAGE,
    ({ limit, offset }) =>
      db
        .select({ id, words, open, hidden })
        .from(feedbackComment)
        .where(theirs)
        .orderBy(asc(id))
        .limit(limit)
        .offset(offset),
    () => db.$count(feedbackComment, theirs),
  );
}

/** Takes a comment out of everybody's sight, or shows it again. Safe to repeat. Refused `not_found` for another camp's. */
export async function hideComment(
  db: Database,
  crew: May<"changeSettings">,
  id: string,
  hidden: boolean,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const here = and(eq(feedbackComment.id, id), eq(feedbackComment.eventId, crew.eventId));
    const [row] = await tx.select().from(feedbackComment).where(here).for("update");
    if (!row) return refused("not_found");
    if (row.hidden === hidden) return granted(null);
    await tx.update(feedbackComment).set({ hidden }).where(here);
    const act = hidden ? "hide_feedback" : "show_feedback";
    const by = { actor: "crew", actorId: crew.personId } as const;
    await record(tx, { eventId: crew.eventId, at: now, ...by, act, subjectId: id });
    return granted(null);
  });
}
