import { inArray } from "drizzle-orm";
import type { Camper } from "#db/demo/people.ts";
import { equalityDay } from "#db/equality/counting.ts";
import { equality, equalityCount } from "#db/schema/equality.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import type { DemoCamp } from "#domain/demo/camp.ts";
import { DEMO_QUESTIONS, makeAnswers } from "#domain/demo/equality.ts";
import { answersTo } from "#domain/equality.ts";

/** Four in five answer. */
const ANSWER = 0.8;

const DAYS = 24 * 3_600_000;

/** The camp asks equality questions, and those here have answered them, the last some days ago. */
export async function insertEquality(
  tx: Transaction,
  eventId: string,
  { seed }: Pick<DemoCamp, "seed">,
  here: readonly Camper[],
  now: Date,
): Promise<void> {
  const answered = Math.round(here.length * ANSWER);
  const given = makeAnswers(answered, seed);
  const lastDay = equalityDay(new Date(now.getTime() - 3 * DAYS));
  const asked = [...DEMO_QUESTIONS];
  await tx.insert(equality).values({ eventId, asked, answered, shownAnswered: answered, lastDay });
  await tx.insert(equalityCount).values(
    asked.flatMap((question) =>
      answersTo(question).map((answer) => {
        const people = given.filter((chosen) => chosen[question] === answer).length;
        return { eventId, question, answer, people, shown: people };
      }),
    ),
  );
  const who = here.slice(0, answered).map(({ id }) => id);
  await tx.update(registration).set({ equalityAnswered: true }).where(inArray(registration.id, who));
}
