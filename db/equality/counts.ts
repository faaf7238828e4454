/** What organisers read of the answers to equality questions: counts under disclosure control, and nothing finer. */
import { eq } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { equalityDay } from "#db/equality/counting.ts";
import { equality, equalityCount } from "#db/schema/equality.ts";
import { areRenewed, shownCount } from "#domain/equality/disclosure.ts";
import { answersTo, type EqualityAnswer, type EqualityQuestion, inOrder } from "#domain/equality.ts";
import type { May } from "#domain/viewer.ts";

/** At least so many gave an answer; 0 for fewer than five. */
export type EqualityCounts = {
  question: EqualityQuestion;
  answers: { answer: EqualityAnswer; people: number }[];
}[];

/** Of every question that is asked, in order. Changes nothing: what is shown then follows from the day. */
export async function readEqualityCounts(
  db: Store,
  { eventId }: May<"changeSettings">,
  now: Date,
): Promise<EqualityCounts> {
  const [camp] = await db.select().from(equality).where(eq(equality.eventId, eventId));
  if (!camp) return [];
  const renewed = areRenewed(camp, equalityDay(now));
  // A row for each answer of each question.
  const rows = await db.select().from(equalityCount).where(eq(equalityCount.eventId, eventId));
  const shown = new Map(
    rows.map((row) => [`${row.question} ${row.answer}`, renewed ? row.people : row.shown]),
  );
  return inOrder(camp.asked).map((question) => ({
    question,
    answers: answersTo(question).map((answer) => {
      return { answer, people: shownCount(shown.get(`${question} ${answer}`) ?? 0) };
    }),
  }));
}
