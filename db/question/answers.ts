/** What people answered to a camp's own questions. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { listQuestions } from "#db/question.ts";
import type { Link } from "#db/registration/link.ts";
import { answer, question } from "#db/schema/question.ts";
import type { Transaction } from "#db/transaction.ts";
import { type CampQuestion, type More, seenBy } from "#domain/question.ts";
import type { May } from "#domain/viewer.ts";

/** Somebody's answers, by registration; the last of one person counts. */
export type Answered = { registrationId: string; more: More };

/**
 * Puts these answers in place of what the same people said before. What answers a question that is there no more is
 * left out. Two statements, however many they are.
 */
export async function writeMore(
  tx: Transaction,
  eventId: string,
  people: readonly Answered[],
): Promise<void> {
  if (people.length === 0) return;
  const last = new Map(people.map(({ registrationId, more }) => [registrationId, more]));
  await tx.delete(answer).where(inArray(answer.registrationId, [...last.keys()]));
  const rows = [...last].flatMap(([registrationId, more]) =>
    Object.entries(more).map(([questionId, said]) => ({ questionId, registrationId, said })),
  );
  if (rows.length === 0) return;
  await tx.execute(sql`insert into ${answer} (question_id, registration_id, said)
    select sent."questionId", sent."registrationId", sent.said
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as sent ("questionId" uuid, "registrationId" uuid, said text)
    join ${question} on ${question.id} = sent."questionId"
    where ${question.eventId} = ${eventId} and ${question.emptiedAt} is null`);
}

/** What somebody answered, for themselves: a form of it can be sent again. */
export async function readOwnMore(store: Store, registrationId: string): Promise<More> {
  const rows = await store
    .select({ questionId: answer.questionId, said: answer.said })
    .from(answer)
    .where(eq(answer.registrationId, registrationId));
  return Object.fromEntries(rows.map(({ questionId, said }) => [questionId, said]));
}

/** The same for whoever has a page: what was typed there, where it is not the registration's. */
export async function readMoreBehind(
  store: Store,
  { claim, registrationId }: Pick<Link, "claim" | "registrationId">,
): Promise<More> {
  return claim ? (claim.form.more ?? {}) : readOwnMore(store, registrationId);
}

/** The questions whose answers this crew member may see, in order, at most MOST.questions. */
export async function listSeen(
  store: Store,
  crew: May<"seePeople">,
  organises: boolean,
): Promise<CampQuestion[]> {
  return seenBy(await listQuestions(store, crew.eventId), organises);
}

/** Answers of some people to some questions, by person. Bounded by who is asked for. */
export async function listMore(
  store: Store,
  { eventId }: May<"seePeople">,
  questions: readonly Pick<CampQuestion, "id">[],
  registrationIds: readonly string[],
): Promise<ReadonlyMap<string, More>> {
  const ids = questions.map(({ id }) => id);
  if (ids.length === 0 || registrationIds.length === 0) return new Map();
  const rows = await store
    .select({ of: answer.registrationId, questionId: answer.questionId, said: answer.said })
    .from(answer)
    .innerJoin(question, eq(question.id, answer.questionId))
    .where(
      and(
        eq(question.eventId, eventId),
        inArray(answer.questionId, ids),
        inArray(answer.registrationId, [...registrationIds]),
      ),
    );
  const people = new Map<string, Record<string, string>>();
  for (const { of, questionId, said } of rows) people.set(of, { ...people.get(of), [questionId]: said });
  return people;
}
